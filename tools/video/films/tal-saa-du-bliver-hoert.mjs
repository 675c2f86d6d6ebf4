export const film = {
  module: 'modul-6',
  scenes: [
    {
      heading: ['Tal, så du', 'bliver hørt'],
      large: true,
      picture: 'speech',
      lines: [
        { da: 'Velkommen. Denne uge handler om at sige, hvad du har brug for.', pause: 0.5 },
        { da: 'Det kan være svært. Det kan øves.', pause: 1.2 },
      ],
    },
    {
      heading: ['Begynd med', 'dig selv.'],
      picture: 'speech',
      lines: [
        { da: 'Sig, hvad der sker. Sig, hvad du føler.', pause: 0.5 },
        { da: 'Sig så, hvad du ønsker.', pause: 0.5 },
        { da: 'Så er det lettere for den anden at lytte.', pause: 1.2 },
      ],
    },
    {
      heading: ['Skriv tre ting', 'ned før mødet.'],
      picture: 'plan',
      lines: [
        { da: 'Skal du tale med jobcentret, så skriv tre ting ned.', pause: 0.5 },
        { da: 'Det, der går godt. Det, der er svært. Og det, du ønsker.', pause: 1.2 },
      ],
    },
    {
      heading: ['Du må gerne', 'tage en med.'],
      picture: 'desk',
      lines: [
        { da: 'Du har ret til at tage en med til mødet.', pause: 0.5 },
        { da: 'Du må også bede om en pause.', pause: 1.2 },
      ],
    },
    {
      heading: ['Dine ord', 'betyder noget.'],
      large: true,
      picture: 'bench',
      lines: [{ da: 'Øv dig med en, du er tryg ved.', pause: 2.5 }],
    },
  ],
};
