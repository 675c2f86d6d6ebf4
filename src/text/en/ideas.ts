import type { ideas as danish } from '../da/ideas.ts';

export const ideas: typeof danish = {
  title: 'Ideas from the class',
  link: 'Ask the class for ideas',
  linkHint: 'Without a name. Others in the class can write what has helped them.',
  lead: 'Did a plan not happen? Others know that. Here you can give one another an idea.',
  whoReads:
    'Your name is not shown. Your instructor reads it first, without seeing your name. Then the whole class can read it. Write nothing that tells who you are. If the words suggest that you are in danger, we ask you whether they should go to your instructor alone. Then your instructor can see that they are from you.',
  whoReadsIdea:
    'Your name is not shown. Your instructor reads the idea first, without seeing your name. Then the whole class can read it.',
  askTitle: 'Ask the class',
  ask: 'What would you like ideas for?',
  askHint: 'Say briefly what got in the way. One thing is enough.',
  sendQuestion: 'Send the question',
  answerTitle: 'Write an idea',
  answer: 'Your idea',
  answerHint: 'A single line. You may write what has helped you.',
  sendIdea: 'Send the idea',
  sent: 'Thank you. Your instructor reads it first.',
  questions: 'Questions from the class',
  fold: 'Press a question if you feel like it. You need not read them.',
  none: 'There are no questions just now.',
  aQuestion: (count) =>
    count === 0
      ? 'A question without ideas yet'
      : count === 1
        ? 'A question with 1 idea'
        : `A question with ${count} ideas`,
  noIdeas: 'There are no ideas yet.',
  more: 'Show three more',
  write: 'Write an idea',
  own: 'What you have written',
  takeBack: 'Take it back',
  states: {
    waiting: 'Your instructor has it',
    held: 'Only your instructor can read it',
    shown: 'The class can read it',
    hidden: 'The class can no longer read it',
  },
  hardTitle: 'That sounds hard. You should not be alone with it.',
  hardText:
    'The class does not get to see this. Below the field you see whom you can talk to now. You can also send it to your instructor, who can then see that it is from you. Your instructor may not read it for some days.',
  toInstructor: 'Send to my instructor only',
  errors: {
    missing: 'Write a few words',
    tooLong: 'There is room for 300 characters',
    cpr: 'That looks like a CPR number. Remove it before you send',
    tooMany: 'You have written a lot this week. Come back in some days',
    hard: 'This has not been sent yet',
  },
  offTitle: 'Ideas from the class are switched off',
  offText: 'Your instructor has switched this page off. If you need an idea, bring it up at the webinar.',
  home: 'To my week',
  staff: {
    title: 'Ideas from the class',
    link: 'Ideas from the class',
    linkText: 'Questions and ideas that the class sees only when you say yes.',
    lead: 'The class sees nothing until you press “Show to the class”. You do not see who wrote it.',
    held: 'To you alone',
    heldText:
      'The words suggest that someone is in danger. The person has chosen that you should read it, and knows that you see the name. Write to the person, or call whoever you usually ask for advice.',
    waiting: 'Waiting for you',
    shown: 'The class can read it',
    hidden: 'Hidden',
    none: 'There is nothing just now.',
    ideaFor: (question) => `Idea for: “${question}”`,
    show: 'Show to the class',
    hide: 'Hide',
    choose: 'Choose for the screen',
    drop: 'Chosen for the screen · remove',
    on: 'Switch on for the class',
    off: 'Switch off for the class',
    isOn: 'The class can ask one another for ideas without a name. They see nothing until you have said yes.',
    waits: (n) => (n === 1 ? '1 is waiting for you.' : `${n} are waiting for you.`),
    read: 'Read and say yes',
    isOff: 'The page is switched off. The class can see and write nothing.',
    back: 'To the class’s week',
    announced: 'Next: something from the class',
  },
};
