export const film = {
  module: 'modul-4',
  scenes: [
    {
      heading: { da: ['Svære følelser', 'og stress'], en: ['Difficult', 'feelings and stress'] },
      large: true,
      picture: 'clouds',
      lines: [
        {
          da: 'Velkommen. Denne uge handler om det, der kan være svært at mærke.',
          en: 'Welcome. This week is about things that can be hard to feel.',
          pause: 0.5,
        },
        {
          da: 'Ingen følelser er forkerte. De kommer og går, som skyer på himlen.',
          en: 'No feelings are wrong. They come and go, like clouds in the sky.',
          pause: 1.2,
        },
      ],
    },
    {
      picture: 'alarm',
      lines: [
        {
          da: 'Stress er kroppens alarm. Den vil passe på dig.',
          en: "Stress is the body's alarm. It wants to look after you.",
          pause: 0.5,
        },
        {
          da: 'Men det slider, når den aldrig bliver slukket.',
          en: 'But it wears you down when it is never turned off.',
          pause: 1.2,
        },
      ],
    },
    {
      picture: 'stol',
      lines: [
        {
          da: 'Her er en rolig øvelse. Du kan stoppe, når du vil.',
          en: 'Here is a calm exercise. You can stop whenever you like.',
          pause: 1.5,
        },
        {
          da: 'Sæt dig, så du sidder godt. Øjnene må gerne være åbne.',
          en: 'Sit in a way that is good for you. Your eyes may stay open.',
          pause: 4,
        },
        { da: 'Mærk fødderne mod gulvet.', en: 'Feel your feet against the floor.', pause: 7 },
        { da: 'Mærk, at stolen bærer dig.', en: 'Feel that the chair holds you up.', pause: 7 },
        { da: 'Lad skuldrene falde.', en: 'Let your shoulders drop.', pause: 5 },
      ],
    },
    {
      picture: 'breath',
      lines: [
        {
          da: 'Træk vejret stille ind, mens cirklen vokser.',
          en: 'Breathe in gently while the circle grows.',
          pause: 0.5,
        },
        { da: 'Pust langsomt ud, mens den bliver mindre.', en: 'Breathe out slowly while it gets smaller.', pause: 10 },
        { da: 'Bliv ved, så længe det er rart.', en: 'Keep going for as long as it feels good.', pause: 14 },
      ],
    },
    {
      picture: 'stue',
      lines: [
        {
          da: 'Se dig omkring. Find tre ting, du kan se.',
          en: 'Look around you. Find three things that you can see.',
          pause: 8,
        },
        { da: 'Du er lige her.', en: 'You are right here.', pause: 2 },
      ],
    },
    {
      heading: { da: ['Du er ikke', 'alene.'], en: ['You are not', 'alone.'] },
      large: true,
      picture: 'hands',
      lines: [
        {
          da: 'Blev det værre, så lad øvelsen ligge. Det er helt i orden.',
          en: 'If it got worse, leave the exercise. That is quite all right.',
          pause: 0.5,
        },
        {
          da: 'Har du det meget svært, så sig det til en, du stoler på.',
          en: 'If you are having a very hard time, tell someone you trust.',
          pause: 0.5,
        },
        { da: 'Din læge kan også hjælpe.', en: 'Your doctor can help too.', pause: 2.5 },
      ],
    },
  ],
};
