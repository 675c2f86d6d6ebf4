export const film = {
  module: 'modul-2',
  scenes: [
    {
      heading: ['Hjælp', 'dig selv på vej'],
      large: true,
      picture: 'plan',
      lines: [
        {
          da: 'Velkommen tilbage. Det er godt, at du er her.',
          en: 'Welcome back. It is good that you are here.',
          pause: 0.5,
        },
        {
          da: 'I denne uge handler det om det, du selv kan gøre.',
          en: 'This week is about what you can do yourself.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: ['Du skal ikke klare', 'det hele alene.'],
      picture: 'hands',
      lines: [
        {
          da: 'Noget bestemmer du ikke over. Men noget kan du gøre.',
          en: 'Some things are not up to you. But some things are.',
          pause: 0.5,
        },
        { da: 'At bede om hjælp er også at gøre noget.', en: 'Asking for help is also doing something.', pause: 1.2 },
      ],
    },
    {
      heading: ['Hvad, hvor meget', 'og hvornår?'],
      picture: 'plan',
      lines: [
        {
          da: 'En handleplan siger, hvad du vil gøre, og hvornår.',
          en: 'An action plan says what you will do, and when.',
          pause: 0.5,
        },
        { da: 'Gør den lille. Fem minutter er også godt.', en: 'Make it small. Five minutes is good too.', pause: 0.5 },
        { da: 'Er du usikker, så gør den endnu mindre.', en: 'If you are not sure, make it even smaller.', pause: 1.2 },
      ],
    },
    {
      heading: ['Der er flere veje', 'udenom.'],
      picture: 'boulder',
      lines: [
        { da: 'Nogle gange står der noget i vejen.', en: 'Sometimes there is something in the way.', pause: 0.5 },
        { da: 'Så find flere idéer, og prøv én af dem.', en: 'Then find more ideas, and try one of them.', pause: 1.2 },
      ],
    },
    {
      heading: ['Et skridt', 'ad gangen'],
      large: true,
      picture: 'walker',
      lines: [{ da: 'Du vælger selv, hvor du vil begynde.', en: 'You choose where to begin.', pause: 2.5 }],
    },
  ],
};
