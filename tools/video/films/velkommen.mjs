export const film = {
  module: 'modul-1',
  scenes: [
    {
      heading: { da: ['Velkommen', 'til Tættere på job'], en: ['Welcome', 'to Closer to work'] },
      large: true,
      picture: 'house',
      lines: [
        { da: 'Velkommen til Tættere på job.', en: 'Welcome to Closer to work.', pause: 0.5 },
        { da: 'Vi er glade for, at du er her.', en: 'We are glad that you are here.', pause: 1.2 },
      ],
    },
    {
      heading: {
        da: ['Du kan være med,', 'uanset hvordan du har det.'],
        en: ['You can join in,', 'however you are feeling.'],
      },
      picture: 'cup',
      lines: [
        {
          da: 'Måske er du træt i dag. Måske er du i tvivl.',
          en: 'You may be tired today. You may have your doubts.',
          pause: 0.6,
        },
        {
          da: 'Det er helt i orden. Du kan være med, uanset hvordan du har det.',
          en: 'That is quite all right. You can take part just as you are.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: { da: ['Ét trin ad gangen,', 'når det passer dig.'], en: ['One step at a time,', 'when it suits you.'] },
      picture: 'phone',
      lines: [
        { da: 'Hver uge har sit eget emne.', en: 'Each week has its own topic.', pause: 0.5 },
        {
          da: 'Først forbereder du dig hjemme, når det passer dig.',
          en: 'First you get ready at home, when it suits you.',
          pause: 0.5,
        },
        { da: 'Du tager ét trin ad gangen.', en: 'You take one step at a time.', pause: 0.5 },
        {
          da: 'Dine svar bliver gemt, så du kan holde pause.',
          en: 'Your answers are saved, so you can take a break.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: {
        da: ['I mødes på nettet.', 'Kamera er frivilligt.'],
        en: ['You meet online.', 'Cameras are optional.'],
      },
      picture: 'laptop',
      lines: [
        { da: 'Så mødes holdet på nettet i en time.', en: 'Then the class meets online for one hour.', pause: 0.5 },
        { da: 'Dit kamera kan være slukket.', en: 'Your camera can be off.', pause: 0.5 },
        {
          da: 'Du kan skrive til de andre, eller bare lytte.',
          en: 'You can write to the others, or just listen.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: {
        da: ['Din instruktør ved,', 'hvordan det kan føles.'],
        en: ['Your instructor knows', 'how it can feel.'],
      },
      picture: 'bench',
      lines: [
        { da: 'Din instruktør har selv haft det svært.', en: 'Your instructor has had a hard time too.', pause: 0.5 },
        {
          da: 'Du møder en, der ved, hvordan det kan føles.',
          en: 'You meet someone who knows how it can feel.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: { da: ['Små skridt gør', 'de næste lettere.'], en: ['Small steps make', 'the next ones easier.'] },
      picture: 'stones',
      lines: [
        { da: 'Sammen øver vi os i små skridt.', en: 'Together we practise small steps.', pause: 0.5 },
        {
          da: 'Et lille skridt kan være en kop te i solen eller et opkald til en ven.',
          en: 'A small step can be a cup of tea in the sun, or a call to a friend.',
          pause: 0.6,
        },
        {
          da: 'Når et skridt lykkes, bliver det næste lidt lettere.',
          en: 'When one step works out, the next one is a little easier.',
          pause: 1.2,
        },
      ],
    },
    {
      heading: { da: ['Ét lille skridt', 'er nok i dag.'], en: ['One small step', 'is enough today.'] },
      large: true,
      picture: 'walker',
      lines: [
        { da: 'Du er klar, når du er klar.', en: 'You are ready when you are ready.', pause: 0.6 },
        { da: 'Ét lille skridt er nok i dag.', en: 'One small step is enough for today.', pause: 2.5 },
      ],
    },
  ],
};
