export const film = {
  module: 'modul-3',
  scenes: [
    {
      heading: ['Søvn', 'og hvile'],
      large: true,
      picture: 'night',
      lines: [
        { da: 'Velkommen til en uge om ro.', pause: 0.5 },
        { da: 'Mange sover dårligt, når livet er svært.', pause: 1.2 },
      ],
    },
    {
      heading: ['Søvn kan', 'ikke tvinges.'],
      picture: 'night',
      lines: [
        { da: 'Alle vågner om natten. Det er helt almindeligt.', pause: 0.5 },
        { da: 'Jo mere man kæmper, jo mere vågen kan man blive.', pause: 1.2 },
      ],
    },
    {
      heading: ['Samme tid', 'hver morgen'],
      picture: 'clock',
      lines: [
        { da: 'Én vane hjælper mange: at stå op på samme tid.', pause: 0.5 },
        { da: 'Lidt lys om morgenen hjælper kroppens ur på vej.', pause: 1.2 },
      ],
    },
    {
      heading: ['Del kræfterne', 'over dagen.'],
      picture: 'battery',
      lines: [
        { da: 'Dine kræfter er som et batteri.', pause: 0.5 },
        { da: 'Hold pause, før du er helt tom.', pause: 0.5 },
        { da: 'Stop på en god dag, mens du har lidt igen.', pause: 1.2 },
      ],
    },
    {
      heading: ['Vælg én ting.', 'Det er nok.'],
      large: true,
      picture: 'cup',
      lines: [
        { da: 'Du skal ikke sove perfekt.', pause: 0.5 },
        { da: 'Vælg én lille ting, og prøv den i denne uge.', pause: 2.5 },
      ],
    },
  ],
};
