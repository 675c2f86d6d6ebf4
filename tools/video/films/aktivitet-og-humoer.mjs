export const film = {
  module: 'modul-5',
  scenes: [
    {
      heading: ['Aktivitet', 'og humør'],
      large: true,
      picture: 'walk',
      lines: [
        {
          da: 'Velkommen. Du er kommet et godt stykke på vej.',
          en: 'Welcome. You have come a good part of the way.',
          pause: 0.5,
        },
        {
          da: 'Denne uge handler om det, du gør, og det, du mærker.',
          en: 'This week is about what you do and what you feel.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: ['Lavt humør', 'tager lysten.'],
      picture: 'clouds',
      lines: [
        { da: 'Når humøret er lavt, gør man mindre.', en: 'When your mood is low, you do less.', pause: 0.5 },
        {
          da: 'Så bliver humøret endnu lavere. Det er ikke din skyld.',
          en: 'Then your mood gets even lower. It is not your fault.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: ['Begynd,', 'før lysten kommer.'],
      picture: 'guitar',
      lines: [
        { da: 'Du behøver ikke vente på lysten.', en: 'You do not have to wait until you feel like it.', pause: 0.5 },
        {
          da: 'Tit kommer den, når du er gået i gang.',
          en: 'Often the feeling comes once you have started.',
          pause: 0.5,
        },
        {
          da: 'Begynd med noget, der næsten er for let.',
          en: 'Begin with something that is almost too easy.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: ['Alt tæller.', 'Også fem minutter.'],
      picture: 'walk',
      lines: [
        { da: 'Rør dig på din egen måde.', en: 'Move in your own way.', pause: 0.5 },
        { da: 'En tur rundt om huset tæller også.', en: 'A walk round the house counts too.', pause: 1.2 },
      ],
    },
    {
      heading: ['Lidt mad', 'til hovedet'],
      large: true,
      picture: 'bowl',
      lines: [
        { da: 'Husk at spise. Det må gerne være nemt.', en: 'Remember to eat. It can be something easy.', pause: 0.5 },
        { da: 'Hvad kunne gøre dig godt i denne uge?', en: 'What could do you good this week?', pause: 2.5 },
      ],
    },
  ],
};
