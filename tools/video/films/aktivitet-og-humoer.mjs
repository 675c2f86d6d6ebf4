export const film = {
  module: 'modul-5',
  scenes: [
    {
      heading: ['Aktivitet', 'og humør'],
      large: true,
      picture: 'walk',
      lines: [
        { da: 'Velkommen. Du er kommet et godt stykke på vej.', pause: 0.5 },
        { da: 'Denne uge handler om det, du gør, og det, du mærker.', pause: 1.2 },
      ],
    },
    {
      heading: ['Lavt humør', 'tager lysten.'],
      picture: 'clouds',
      lines: [
        { da: 'Når humøret er lavt, gør man mindre.', pause: 0.5 },
        { da: 'Så bliver humøret endnu lavere. Det er ikke din skyld.', pause: 1.2 },
      ],
    },
    {
      heading: ['Begynd,', 'før lysten kommer.'],
      picture: 'guitar',
      lines: [
        { da: 'Du behøver ikke vente på lysten.', pause: 0.5 },
        { da: 'Tit kommer den, når du er gået i gang.', pause: 0.5 },
        { da: 'Begynd med noget, der næsten er for let.', pause: 1.2 },
      ],
    },
    {
      heading: ['Alt tæller.', 'Også fem minutter.'],
      picture: 'walk',
      lines: [
        { da: 'Rør dig på din egen måde.', pause: 0.5 },
        { da: 'En tur rundt om huset tæller også.', pause: 1.2 },
      ],
    },
    {
      heading: ['Lidt mad', 'til hovedet'],
      large: true,
      picture: 'bowl',
      lines: [
        { da: 'Husk at spise. Det må gerne være nemt.', pause: 0.5 },
        { da: 'Hvad kunne gøre dig godt i denne uge?', pause: 2.5 },
      ],
    },
  ],
};
