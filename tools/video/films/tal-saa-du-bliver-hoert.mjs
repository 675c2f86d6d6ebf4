export const film = {
  module: 'modul-6',
  scenes: [
    {
      heading: ['Tal, så du', 'bliver hørt'],
      large: true,
      picture: 'speech',
      lines: [
        {
          da: 'Velkommen. Denne uge handler om at sige, hvad du har brug for.',
          en: 'Welcome. This week is about saying what you need.',
          pause: 0.5,
        },
        { da: 'Det kan være svært. Det kan øves.', en: 'It can be hard. You can practise it.', pause: 1.2 },
      ],
    },
    {
      heading: ['Begynd med', 'dig selv.'],
      picture: 'speech',
      lines: [
        { da: 'Sig, hvad der sker. Sig, hvad du føler.', en: 'Say what happens. Say what you feel.', pause: 0.5 },
        { da: 'Sig så, hvad du ønsker.', en: 'Then say what you would like.', pause: 0.5 },
        {
          da: 'Så er det lettere for den anden at lytte.',
          en: 'It makes it easier for the other person to listen.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: ['Skriv tre ting', 'ned før mødet.'],
      picture: 'plan',
      lines: [
        {
          da: 'Skal du tale med jobcentret, så skriv tre ting ned.',
          en: 'If you are going to talk with your job centre, write down three things.',
          pause: 0.5,
        },
        {
          da: 'Det, der går godt. Det, der er svært. Og det, du ønsker.',
          en: 'What goes well. What is hard. And what you would like.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: ['Du må gerne', 'tage en med.'],
      picture: 'desk',
      lines: [
        {
          da: 'Du har ret til at tage en med til mødet.',
          en: 'You have the right to bring someone to the meeting.',
          pause: 0.5,
        },
        { da: 'Du må også bede om en pause.', en: 'You can also ask for a break.', pause: 1.2 },
      ],
    },
    {
      heading: ['Dine ord', 'betyder noget.'],
      large: true,
      picture: 'bench',
      lines: [{ da: 'Øv dig med en, du er tryg ved.', en: 'Practise with someone you feel safe with.', pause: 2.5 }],
    },
  ],
};
