export const film = {
  module: 'modul-5',
  scenes: [
    {
      heading: { da: ['Aktivitet', 'og humør'], en: ['Activity', 'and mood'] },
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
      picture: 'sofa',
      lines: [
        {
          da: 'Humøret er lavt i dag. Det viser søjlen til venstre.',
          en: 'Her mood is low today. The bar on the left shows it.',
          pause: 0.5,
        },
        {
          da: 'En ven ringer. Men der er ingen lyst til at svare.',
          en: 'A friend calls. But she does not feel like answering.',
          pause: 0.5,
        },
        {
          da: 'Når man gør mindre, falder humøret endnu mere. Det er ingens skyld.',
          en: 'When you do less, your mood drops even more. No one is to blame.',
          pause: 1,
        },
        { da: 'Du behøver ikke vente på lysten.', en: 'You do not have to wait until you feel like it.', pause: 0.5 },
        {
          da: 'Begynd med noget, der næsten er for let. Træk gardinet fra.',
          en: 'Begin with something that is almost too easy. Open the curtain.',
          pause: 0.5,
        },
        {
          da: 'Lav en kop te. Tit kommer lysten, når man er gået i gang.',
          en: 'Make a cup of tea. Often the feeling comes once you have started.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: { da: ['Alt tæller.', 'Også fem minutter.'], en: ['Everything counts.', 'Even five minutes.'] },
      picture: 'walk',
      lines: [
        { da: 'Rør dig på din egen måde.', en: 'Move in your own way.', pause: 0.5 },
        { da: 'En tur rundt om huset tæller også.', en: 'A walk round the house counts too.', pause: 1.2 },
      ],
    },
    {
      heading: { da: ['Mad', 'til hovedet'], en: ['Food', 'for your head'] },
      large: true,
      picture: 'bowl',
      lines: [
        { da: 'Husk at spise. Det må gerne være nemt.', en: 'Remember to eat. It can be something easy.', pause: 0.5 },
        { da: 'Hvad kunne gøre dig godt i denne uge?', en: 'What could do you good this week?', pause: 2.5 },
      ],
    },
  ],
};
