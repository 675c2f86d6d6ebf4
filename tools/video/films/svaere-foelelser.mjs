export const film = {
  module: 'modul-4',
  scenes: [
    {
      heading: ['Svære følelser', 'og stress'],
      large: true,
      picture: 'clouds',
      lines: [
        { da: 'Velkommen. Denne uge handler om det, der kan være svært at mærke.', pause: 0.5 },
        { da: 'Du bestemmer selv, hvor tæt på du vil gå.', pause: 1.2 },
      ],
    },
    {
      heading: ['Stress er', 'kroppens alarm.'],
      picture: 'alarm',
      lines: [
        { da: 'Stress er kroppens alarm. Den vil passe på dig.', pause: 0.5 },
        { da: 'Men det slider, når den aldrig bliver slukket.', pause: 1.2 },
      ],
    },
    {
      heading: ['Følelser kommer', 'og går.'],
      picture: 'clouds',
      lines: [
        { da: 'Ingen følelser er forkerte.', pause: 0.5 },
        { da: 'De kommer og går, som skyer på himlen.', pause: 0.5 },
        { da: 'Giv dem et navn. Så bliver de ofte lidt mindre.', pause: 1.2 },
      ],
    },
    {
      heading: ['Ind i fire.', 'Ud i seks.'],
      picture: 'breath',
      lines: [
        { da: 'Prøv at trække vejret stille ind.', pause: 0.5 },
        { da: 'Pust langsomt ud, lidt længere end før.', pause: 0.5 },
        { da: 'Lad skuldrene falde.', pause: 1.2 },
      ],
    },
    {
      heading: ['Du er ikke', 'alene.'],
      large: true,
      picture: 'hands',
      lines: [
        { da: 'Har du det meget svært, så sig det til en, du stoler på.', pause: 0.5 },
        { da: 'Din læge kan også hjælpe.', pause: 2.5 },
      ],
    },
  ],
};
