export const film = {
  module: 'modul-7',
  scenes: [
    {
      heading: ['Det, du kan', 'er mere, end du tror.'],
      large: true,
      picture: 'finds',
      lines: [
        { da: 'Velkommen. I denne uge leder du efter det, du kan.', pause: 0.5 },
        { da: 'Det er nok mere, end du tror.', pause: 1.2 },
      ],
    },
    {
      heading: ['Det er der', 'stadig.'],
      picture: 'finds',
      lines: [
        { da: 'Har man været væk fra arbejde længe, kan man glemme det.', pause: 0.5 },
        { da: 'Men det er der stadig.', pause: 1.2 },
      ],
    },
    {
      heading: ['Se på din', 'egen hverdag.'],
      picture: 'cup',
      lines: [
        { da: 'Får du penge til at slå til, kan du planlægge.', pause: 0.5 },
        { da: 'Lytter du til en ven, kan du vise omsorg.', pause: 1.2 },
      ],
    },
    {
      heading: ['Spørg dem,', 'du kender.'],
      picture: 'rings',
      lines: [
        { da: 'Tænk også på de mennesker, du kender.', pause: 0.5 },
        { da: 'Spørg om noget småt. De fleste hjælper gerne.', pause: 1.2 },
      ],
    },
    {
      heading: ['Der er', 'flere veje.'],
      large: true,
      picture: 'signpost',
      lines: [
        { da: 'Vejen til et job kan gå i små bidder.', pause: 0.5 },
        { da: 'Du behøver kun at se den første.', pause: 2.5 },
      ],
    },
  ],
};
