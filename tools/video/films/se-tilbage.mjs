export const film = {
  module: 'modul-8',
  scenes: [
    {
      heading: ['Se tilbage,', 'og gå videre'],
      large: true,
      picture: 'walker',
      lines: [
        { da: 'Velkommen til den sidste uge. Godt, at du er her.', pause: 0.5 },
        { da: 'Nu ser vi tilbage, og så ser vi frem.', pause: 1.2 },
      ],
    },
    {
      heading: ['Små skridt er', 'lette at overse.'],
      picture: 'stones',
      lines: [
        { da: 'Hvad er blevet lidt lettere, siden du begyndte?', pause: 0.5 },
        { da: 'Det kan være noget meget småt.', pause: 1.2 },
      ],
    },
    {
      heading: ['Vælg to eller tre.', 'Læg resten væk.'],
      picture: 'toolbox',
      lines: [
        { da: 'Du har set mange værktøjer.', pause: 0.5 },
        { da: 'Vælg to eller tre, som passer til dig.', pause: 1.2 },
      ],
    },
    {
      heading: ['Svære dage', 'kommer og går.'],
      picture: 'umbrella',
      lines: [
        { da: 'Der kommer svære dage igen. Det gør der for alle.', pause: 0.5 },
        { da: 'De betyder ikke, at du er tilbage ved start.', pause: 0.5 },
        { da: 'Skriv ned, hvad der hjælper, og hvem du kan ringe til.', pause: 1.2 },
      ],
    },
    {
      heading: ['Dit næste', 'skridt'],
      large: true,
      picture: 'plan',
      lines: [
        { da: 'Bliv ved med din handleplan, så længe den hjælper dig.', pause: 0.5 },
        { da: 'Tak, fordi du har været med.', pause: 2.5 },
      ],
    },
  ],
};
