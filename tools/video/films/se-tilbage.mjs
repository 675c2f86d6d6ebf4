export const film = {
  module: 'modul-8',
  scenes: [
    {
      heading: { da: ['Se tilbage,', 'og gå videre'], en: ['Look back,', 'and move on'] },
      large: true,
      picture: 'walker',
      lines: [
        {
          da: 'Velkommen til den sidste uge. Godt, at du er her.',
          en: 'Welcome to the last week. It is good that you are here.',
          pause: 0.5,
        },
        { da: 'Nu ser vi tilbage, og så ser vi frem.', en: 'Now we look back, and then we look ahead.', pause: 1.2 },
      ],
    },
    {
      heading: { da: ['Små skridt er', 'lette at overse.'], en: ['Small steps are', 'easy to miss.'] },
      picture: 'stones',
      lines: [
        { da: 'Hvad er blevet lettere, siden du begyndte?', en: 'What has become easier since you began?', pause: 0.5 },
        {
          da: 'Det kan være noget meget småt. Måske åbner du din post nu.',
          en: 'It can be something very small. Perhaps you open your post now.',
          pause: 0.5,
        },
        {
          da: 'Måske ringede du til nogen. Måske hvilede du uden dårlig samvittighed.',
          en: 'Perhaps you called someone. Perhaps you rested without feeling guilty.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: { da: ['Vælg to eller tre.', 'Læg resten væk.'], en: ['Choose two or three.', 'Put the rest away.'] },
      picture: 'toolbox',
      lines: [
        { da: 'Du har set mange værktøjer.', en: 'You have seen many tools.', pause: 0.5 },
        { da: 'Vælg to eller tre, som passer til dig.', en: 'Choose two or three that suit you.', pause: 1.2 },
      ],
    },
    {
      heading: { da: ['Svære dage', 'kommer og går.'], en: ['Hard days', 'come and go.'] },
      picture: 'umbrella',
      lines: [
        {
          da: 'Der kommer svære dage igen. Det gør der for alle.',
          en: 'Hard days will come again. They do for everyone.',
          pause: 0.5,
        },
        {
          da: 'De betyder ikke, at du er tilbage ved start.',
          en: 'They do not mean that you are back at the start.',
          pause: 0.5,
        },
        {
          da: 'Skriv ned, hvad der hjælper, og hvem du kan ringe til.',
          en: 'Write down what helps, and who you can call.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: { da: ['Dit næste', 'skridt'], en: ['Your next', 'step'] },
      large: true,
      picture: 'plan',
      lines: [
        {
          da: 'Bliv ved med din handleplan, så længe den hjælper dig.',
          en: 'Keep on with your action plan as long as it helps you.',
          pause: 0.5,
        },
        { da: 'Tak, fordi du har været med.', en: 'Thank you for taking part.', pause: 2.5 },
      ],
    },
  ],
};
