export const film = {
  module: 'modul-7',
  scenes: [
    {
      heading: { da: ['Det, du kan', 'er mere, end du tror.'], en: ['You can do', 'more than you think.'] },
      large: true,
      picture: 'finds',
      lines: [
        {
          da: 'Velkommen. I denne uge leder du efter det, du kan.',
          en: 'Welcome. This week you look for what you can do.',
          pause: 0.5,
        },
        { da: 'Det er nok mere, end du tror.', en: 'It may well be more than you think.', pause: 1.2 },
      ],
    },
    {
      heading: { da: ['Det er der', 'stadig.'], en: ['It is still', 'there.'] },
      picture: 'finds',
      lines: [
        {
          da: 'Har man været væk fra arbejde længe, kan man glemme det.',
          en: 'If you have been out of work for a long time, you can forget it.',
          pause: 0.5,
        },
        {
          da: 'Men det er der stadig. Se på din egen hverdag.',
          en: 'But it is still there. Look at your own everyday life.',
          pause: 1.2,
        },
      ],
    },
    {
      picture: 'hverdag',
      lines: [
        {
          da: 'Får du pengene til at slå til, kan du planlægge.',
          en: 'If you make your money last, you can plan.',
          pause: 0.5,
        },
        {
          da: 'Lytter du til en ven, kan du vise omsorg.',
          en: 'If you listen to a friend, you can show care.',
          pause: 0.5,
        },
        {
          da: 'Husker du alles fødselsdage, kan du holde styr på ting.',
          en: 'If you remember every birthday, you can keep track of things.',
          pause: 0.5,
        },
        {
          da: 'Tænk på én ting, du gjorde i går. Hvad viser den, at du kan?',
          en: 'Think of one thing you did yesterday. What does it show you can do?',
          pause: 2,
        },
      ],
    },
    {
      heading: { da: ['Spørg dem,', 'du kender.'], en: ['Ask people', 'you know.'] },
      picture: 'rings',
      lines: [
        { da: 'Tænk også på de mennesker, du kender.', en: 'Think of the people you know, too.', pause: 0.5 },
        {
          da: 'Spørg om noget småt. De fleste hjælper gerne.',
          en: 'Ask for something small. Most people like to help.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: { da: ['Der er', 'flere veje.'], en: ['More than', 'one way'] },
      large: true,
      picture: 'signpost',
      lines: [
        { da: 'Du kan nærme dig et job i små bidder.', en: 'You can move closer to a job in small steps.', pause: 0.5 },
        { da: 'Du behøver kun at se den første.', en: 'You only need to see the first one.', pause: 2.5 },
      ],
    },
  ],
};
