export const film = {
  module: 'modul-3',
  scenes: [
    {
      heading: { da: ['Søvn', 'og hvile'], en: ['Sleep', 'and rest'] },
      large: true,
      picture: 'night',
      lines: [
        { da: 'Velkommen til en uge om ro.', en: 'Welcome to a week about rest.', pause: 0.5 },
        {
          da: 'Mange sover dårligt, når livet er svært.',
          en: 'Many people sleep badly when life is hard.',
          pause: 1.2,
        },
      ],
    },
    {
      picture: 'vaagen',
      lines: [
        {
          da: 'Alle vågner om natten. Jo mere man kæmper, jo mere vågen kan man blive.',
          en: 'Everyone wakes at night. The more you fight, the more awake you can get.',
          pause: 0.5,
        },
        {
          da: 'Ligger du vågen længe, så stå op. Sid et roligt sted med dæmpet lys.',
          en: 'If you lie awake for long, get up. Sit somewhere quiet with the light low.',
          pause: 1.5,
        },
        { da: 'Gå i seng igen, når du bliver søvnig.', en: 'Go back to bed when you feel sleepy.', pause: 1.2 },
      ],
    },
    {
      heading: { da: ['Samme tid', 'hver morgen'], en: ['The same time', 'every morning'] },
      picture: 'clock',
      lines: [
        {
          da: 'Én vane hjælper mange: at stå op på samme tid.',
          en: 'One habit helps many people: getting up at the same time.',
          pause: 0.5,
        },
        {
          da: 'Få lys på dig om morgenen. Det hjælper kroppens ur på vej.',
          en: 'Get some light in the morning. It helps your body clock along.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: { da: ['Del kræfterne', 'over dagen.'], en: ['Spread your energy', 'over the day.'] },
      picture: 'battery',
      lines: [
        { da: 'Dine kræfter er som et batteri.', en: 'Your energy is like a battery.', pause: 0.5 },
        { da: 'Hold pause, før du er helt tom.', en: 'Take a break before you are empty.', pause: 0.5 },
        {
          da: 'Stop på en god dag, mens du har noget igen.',
          en: 'On a good day, stop while you have something left.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: { da: ['Vælg én ting.', 'Det er nok.'], en: ['Choose one thing.', 'That is enough.'] },
      large: true,
      picture: 'cup',
      lines: [
        { da: 'Du skal ikke sove perfekt.', en: 'You do not have to sleep perfectly.', pause: 0.5 },
        { da: 'Vælg én ting, og prøv den i denne uge.', en: 'Choose one thing, and try it this week.', pause: 2.5 },
      ],
    },
  ],
};
