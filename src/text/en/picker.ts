import type { picker as danish } from '../da/picker.ts';

function activities(n: number) {
  return n === 1 ? '1 activity' : `${n} activities`;
}
function links(n: number) {
  return n === 1 ? '1 link' : `${n} links`;
}
function minutes(n: number) {
  return n === 1 ? '1 minute' : `${n} minutes`;
}

export const picker: typeof danish = {
  title: 'What should be in your course?',
  lead: 'Add the whole course in one of three ways, or choose a week at a time further down. You can change names and order in the course later.',
  oneOnly: 'Your course system takes one activity at a time. Choose one here. Come back when you need the next.',
  oneOnlyTip: 'In a hurry? Choose My week. From there, participants reach the whole course.',
  shapes: {
    one: {
      title: 'One link to everything',
      suits: 'Suits most courses. Participants press the same link every time and see what to do next.',
      links: '1 link, called My week.',
      column: 'It gets one column in the gradebook. The column is full when the whole course is done.',
      take: 'Add one link',
    },
    weeks: {
      title: 'A link to each week',
      suits: 'Suits you if you want to see in the course room who has finished each week.',
      links: (count: number) => `${links(count)}, one for each week.`,
      column: 'Each link gets a column. It is full when the week is done.',
      take: 'Add all weeks',
    },
    activities: {
      title: 'A link to each activity',
      suits: 'Suits you if you want a grade for every small thing. It makes a long list in the course room.',
      links: (count: number) => `${links(count)}, in the right order.`,
      column: 'Each activity gets its own column.',
      take: 'Add all activities',
    },
  },
  progressAsk: 'Should the grade go up along the way?',
  progress: 'Show progress along the way in the gradebook',
  progressHint:
    'For links to the whole course and to weeks. The number goes up each time something is done. Turn it on only if the link must be passed: Moodle calls it "Passing grade", and "Grade to pass" must be 100.',
  noColumns: 'The course system does not accept gradebook columns here. The activities work all the same.',
  takeWhole: 'Add the whole course',
  withFront: 'Also add My week, at the top',
  week: (number: number, title: string) => `Week ${number}: ${title}`,
  oneByOne: 'Choose a week, a survey or a page yourself',
  weekByWeek: 'One week at a time',
  weekByWeekAbout:
    'Choose this if each week has its own section on the course page. Begin in the section where the week should be.',
  takeWeek: 'Add the week as one link',
  activitiesOfWeek: 'The activities of the week, one by one',
  takeAll: 'Add them all',
  inWeek: (count: number) => activities(count),
  take: 'Add',
  see: 'Look first',
  minutes: (n: number) => `Takes about ${minutes(n)}.`,
  surveys: 'Surveys',
  surveysAbout: 'They come with the whole course. The short one, from before someone is referred, you add separately.',
  frontHeading: 'Pages without a grade',
  places: {
    forsiden: {
      title: 'My week',
      text: 'See what to do now, and go on where you left off.',
      about: 'One page that shows the participant the next step. You can see how far the class has come.',
    },
    vaerktoejskassen: {
      title: 'The toolbox',
      text: 'Short pages about what you learn on the course.',
      about: 'The course book. Participants reach it from My week too.',
    },
    humoerdagbogen: {
      title: 'Mood diary',
      text: 'Say in two taps how the day is. Only you can read it.',
      about: 'The participant’s own diary. You cannot read it. Participants reach it from My week too.',
    },
  },
  cancel: 'Cancel',
  nothingChosen: 'We did not understand what you chose. Please choose again.',

  preview: {
    notice: 'You are only looking. Nothing is saved here.',
    step: (number: number, title: string) => `Step ${number}: ${title}`,
    back: 'Back to choosing',
    take: 'Add this activity',
    required: 'must be answered',
    kinds: {
      text: 'The participant writes an answer.',
      one: 'The participant chooses one answer.',
      many: 'The participant can choose several answers.',
      scale: 'The participant chooses on a scale.',
      number: 'The participant writes a whole number.',
    },
  },

  sending: {
    title: 'Your choice is being sent to the course',
    explanation: 'Is nothing happening? Then press the button.',
    button: 'Send to the course',
    cancelTitle: 'You are going back to the course',
    cancelButton: 'Back to the course',
    message: (count: number) => `${activities(count)} chosen.`,
  },

  unsupported: {
    title: 'The course cannot take activities here',
    explanation: 'The place in the course that you came from is for something else, such as files or plain links.',
    advice: 'Go back and add the activity as an external tool (LTI).',
    back: 'Back to the course',
    message: 'Activities cannot be added here. Add them as an external tool (LTI).',
  },
};
