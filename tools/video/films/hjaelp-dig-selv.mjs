export const film = {
  module: 'modul-2',
  scenes: [
    {
      heading: ['Hjælp', 'dig selv på vej'],
      large: true,
      picture: 'plan',
      lines: [
        { da: 'Velkommen tilbage. Det er godt, at du er her.', pause: 0.5 },
        { da: 'I denne uge handler det om det, du selv kan gøre.', pause: 1.2 },
      ],
    },
    {
      heading: ['Du skal ikke klare', 'det hele alene.'],
      picture: 'hands',
      lines: [
        { da: 'Noget bestemmer du ikke over. Men noget kan du gøre.', pause: 0.5 },
        { da: 'At bede om hjælp er også at gøre noget.', pause: 1.2 },
      ],
    },
    {
      heading: ['Hvad, hvor meget', 'og hvornår?'],
      picture: 'plan',
      lines: [
        { da: 'En handleplan siger, hvad du vil gøre, og hvornår.', pause: 0.5 },
        { da: 'Gør den lille. Fem minutter er også godt.', pause: 0.5 },
        { da: 'Er du usikker, så gør den endnu mindre.', pause: 1.2 },
      ],
    },
    {
      heading: ['Der er flere veje', 'udenom.'],
      picture: 'boulder',
      lines: [
        { da: 'Nogle gange står der noget i vejen.', pause: 0.5 },
        { da: 'Så find flere idéer, og prøv én af dem.', pause: 1.2 },
      ],
    },
    {
      heading: ['Et skridt', 'ad gangen'],
      large: true,
      picture: 'walker',
      lines: [{ da: 'Du vælger selv, hvor du vil begynde.', pause: 2.5 }],
    },
  ],
};
