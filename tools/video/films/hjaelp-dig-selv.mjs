export const film = {
  module: 'modul-2',
  scenes: [
    {
      heading: { da: ['Hjælp', 'dig selv på vej'], en: ['Help', 'yourself along'] },
      large: true,
      picture: 'plan',
      lines: [
        {
          da: 'Velkommen tilbage. Det er godt, at du er her.',
          en: 'Welcome back. It is good that you are here.',
          pause: 0.5,
        },
        {
          da: 'I dag ser du en plan, der går fra 4 til 8.',
          en: 'Today you will see a plan go from 4 to 8.',
          pause: 1.2,
        },
      ],
    },
    {
      picture: 'ole',
      lines: [
        { da: 'Her er Ole. Han vil gerne mere ud.', en: 'This is Ole. He would like to get out more.', pause: 0.5 },
        {
          da: 'Han skriver: Jeg går en tur hver dag i en time.',
          en: 'He writes: I will walk for an hour every day.',
          pause: 0.5,
        },
        { da: 'Så kigger han på sin plan én gang til.', en: 'Then he takes another look at his plan.', pause: 0.5 },
        { da: 'En time er lang tid, når man er træt.', en: 'An hour is a long time when you are tired.', pause: 1.2 },
      ],
    },
    {
      picture: 'ole-tal',
      lines: [
        {
          da: 'Fra 0 til 10: Hvor sikker er Ole på, at det lykkes?',
          en: 'From 0 to 10: how sure is Ole that it will work?',
          pause: 0.8,
        },
        { da: 'Han siger 4.', en: 'He says 4.', pause: 0.5 },
        {
          da: '4 betyder ikke, at Ole er doven. Det betyder, at planen er for stor.',
          en: '4 does not mean that Ole is lazy. It means that the plan is too big.',
          pause: 0.8,
        },
        { da: 'Nu retter han én ting ad gangen.', en: 'Now he changes one thing at a time.', pause: 0.5 },
        {
          da: 'Ti minutter i stedet for en time. Så siger han 5.',
          en: 'Ten minutes instead of an hour. Now he says 5.',
          pause: 0.5,
        },
        {
          da: 'Tre dage i stedet for syv. Så siger han 6.',
          en: 'Three days instead of seven. Now he says 6.',
          pause: 0.5,
        },
        {
          da: 'Lige efter sin kaffe, så han husker det. Så siger han 7.',
          en: 'Right after his coffee, so that he remembers. Now he says 7.',
          pause: 0.5,
        },
        {
          da: 'Skoene står klar ved døren. Så siger han 8.',
          en: 'His shoes are ready by the door. Now he says 8.',
          pause: 0.5,
        },
        {
          da: 'Fra 7 og op er planen god nok til at prøve.',
          en: 'From 7 and up a plan is good enough to try.',
          pause: 1.2,
        },
      ],
    },
    {
      picture: 'ole-uge',
      lines: [
        { da: 'Mandag gik Ole sin tur.', en: 'On Monday Ole went for his walk.', pause: 0.5 },
        { da: 'Onsdag regnede det. Han blev hjemme.', en: 'On Wednesday it rained. He stayed at home.', pause: 0.5 },
        {
          da: 'Fredag gik han igen. Planen var god nok.',
          en: 'On Friday he went again. The plan was good enough.',
          pause: 1.2,
        },
      ],
    },
    {
      picture: 'hands',
      lines: [
        { da: 'Du skal ikke klare det hele alene.', en: 'You do not have to manage it all alone.', pause: 0.5 },
        { da: 'At bede om hjælp er også at gøre noget.', en: 'Asking for help is also doing something.', pause: 1.2 },
      ],
    },
    {
      heading: { da: ['Et skridt', 'ad gangen'], en: ['One step', 'at a time'] },
      large: true,
      picture: 'walker',
      lines: [{ da: 'Du vælger selv, hvor du vil begynde.', en: 'You choose where to begin.', pause: 2.5 }],
    },
  ],
};
