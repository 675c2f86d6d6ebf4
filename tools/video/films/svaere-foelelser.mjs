export const film = {
  module: 'modul-4',
  scenes: [
    {
      heading: ['Svære følelser', 'og stress'],
      large: true,
      picture: 'clouds',
      lines: [
        {
          da: 'Velkommen. Denne uge handler om det, der kan være svært at mærke.',
          en: 'Welcome. This week is about things that can be hard to feel.',
          pause: 0.5,
        },
        { da: 'Du bestemmer selv, hvor tæt på du vil gå.', en: 'You decide how close you want to go.', pause: 1.2 },
      ],
    },
    {
      heading: ['Stress er', 'kroppens alarm.'],
      picture: 'alarm',
      lines: [
        {
          da: 'Stress er kroppens alarm. Den vil passe på dig.',
          en: "Stress is the body's alarm. It wants to look after you.",
          pause: 0.5,
        },
        {
          da: 'Men det slider, når den aldrig bliver slukket.',
          en: 'But it wears you down when it is never turned off.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: ['Følelser kommer', 'og går.'],
      picture: 'clouds',
      lines: [
        { da: 'Ingen følelser er forkerte.', en: 'No feelings are wrong.', pause: 0.5 },
        { da: 'De kommer og går, som skyer på himlen.', en: 'They come and go, like clouds in the sky.', pause: 0.5 },
        {
          da: 'Giv dem et navn. Så bliver de ofte lidt mindre.',
          en: 'Give them a name. Then they often get a little smaller.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: ['Ind i fire.', 'Ud i seks.'],
      picture: 'breath',
      lines: [
        { da: 'Prøv at trække vejret stille ind.', en: 'Try to breathe in gently.', pause: 0.5 },
        {
          da: 'Pust langsomt ud, lidt længere end før.',
          en: 'Breathe out slowly, a little longer than before.',
          pause: 0.5,
        },
        { da: 'Lad skuldrene falde.', en: 'Let your shoulders drop.', pause: 1.2 },
      ],
    },
    {
      heading: ['Du er ikke', 'alene.'],
      large: true,
      picture: 'hands',
      lines: [
        {
          da: 'Har du det meget svært, så sig det til en, du stoler på.',
          en: 'If you are having a very hard time, tell someone you trust.',
          pause: 0.5,
        },
        { da: 'Din læge kan også hjælpe.', en: 'Your doctor can help too.', pause: 2.5 },
      ],
    },
  ],
};
