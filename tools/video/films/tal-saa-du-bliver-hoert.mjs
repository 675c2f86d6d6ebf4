export const film = {
  module: 'modul-6',
  scenes: [
    {
      heading: { da: ['Tal, så du', 'bliver hørt'], en: ['Speak so that', 'you are heard'] },
      large: true,
      picture: 'speech',
      lines: [
        {
          da: 'Velkommen. Denne uge handler om at sige, hvad du har brug for.',
          en: 'Welcome. This week is about saying what you need.',
          pause: 0.5,
        },
        { da: 'Det kan være svært. Det kan øves.', en: 'It can be hard. It can be practised.', pause: 1.2 },
      ],
    },
    {
      picture: 'opvask',
      lines: [
        { da: 'Sara er træt. Opvasken står der igen.', en: 'Sara is tired. The dishes are there again.', pause: 0.5 },
        { da: 'Hun siger: Du hjælper aldrig!', en: 'She says: You never help!', pause: 0.5 },
        {
          da: 'Ali hører kun, at han er forkert. Det passer ikke, siger han.',
          en: 'Ali only hears that he is in the wrong. That is not true, he says.',
          pause: 0.5,
        },
        {
          da: 'Nu er de vrede begge to. Og opvasken står der stadig.',
          en: 'Now they are both angry. And the dishes are still there.',
          pause: 1.2,
        },
      ],
    },
    {
      picture: 'opvask-igen',
      lines: [
        {
          da: 'Vi spoler tilbage. Sara prøver en anden måde.',
          en: 'Let us go back. Sara tries another way.',
          pause: 0.5,
        },
        {
          da: 'Hun siger, hvad der sker: Når opvasken står der om aftenen …',
          en: 'She says what happens: When the dishes are there in the evening …',
          pause: 0.5,
        },
        {
          da: 'Hun siger, hvad hun føler: … så bliver jeg træt og ked af det.',
          en: 'She says what she feels: … I get tired and sad.',
          pause: 0.5,
        },
        {
          da: 'Og hun siger, hvad hun ønsker: Vil du tage den i dag?',
          en: 'And she says what she would like: Will you do them today?',
          pause: 0.5,
        },
        { da: 'Ja, siger Ali. Det vidste jeg ikke.', en: 'Yes, says Ali. I did not know.', pause: 0.5 },
        {
          da: 'Det er et jeg-budskab. Det virker ikke hver gang.',
          en: 'That is an I-message. It does not work every time.',
          pause: 0.5,
        },
        { da: 'Men det er lettere at svare på.', en: 'But it is easier to answer.', pause: 1.2 },
      ],
    },
    {
      picture: 'samtale',
      lines: [
        {
          da: 'Skal du tale med jobcentret, så skriv tre ting ned.',
          en: 'Before you talk to the job centre, write three things down.',
          pause: 0.5,
        },
        { da: 'Det, der går godt.', en: 'What is going well.', pause: 0.5 },
        { da: 'Det, der er svært.', en: 'What is hard.', pause: 0.5 },
        { da: 'Og det, du ønsker.', en: 'And what you would like.', pause: 0.5 },
        {
          da: 'Du har ret til at tage nogen med. Du må også bede om en pause.',
          en: 'You have the right to bring someone. You may also ask for a break.',
          pause: 0.5,
        },
        {
          da: 'Spørg til sidst: Hvad sker der nu, og hvornår?',
          en: 'At the end, ask: What happens now, and when?',
          pause: 1.2,
        },
      ],
    },
    {
      heading: { da: ['Øv dig', 'først.'], en: ['Practise', 'first.'] },
      large: true,
      picture: 'bench',
      lines: [{ da: 'Øv dig med en, du er tryg ved.', en: 'Practise with someone you feel safe with.', pause: 2.5 }],
    },
  ],
};
