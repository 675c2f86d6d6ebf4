import type { evaluation as danish } from '../da/evaluation.ts';

function answers(n: number) {
  return n === 1 ? '1 has answered' : `${n} have answered`;
}

export const evaluation: typeof danish = {
  link: 'See all the numbers',
  linkText: 'Answers to the surveys added up: before, after and three months after.',
  back: 'To the class',
  title: 'Evaluation',
  introRoom: (least) =>
    `Here are the class’s answers to the surveys, added up. You cannot see who answered what. The numbers come in steps. New answers are added once at least ${least} are waiting. Until then the numbers stay the same.`,
  introAll: (least) =>
    `Here are answers from all classes, added up. No names and no texts are included. Numbers from fewer than ${least} are not shown, nor any that would let you work them out. The numbers come in steps. New answers of a class are added once at least ${least} are waiting.`,
  methods: 'How the numbers are made',
  sheet: 'Get the numbers for a Danish Excel',
  sheetRooms: 'Get the numbers of each class for a Danish Excel',
  csv: 'Get the numbers for a statistics program (CSV)',
  csvRooms: 'Get the numbers of each class for a statistics program (CSV)',
  json: 'Get the numbers for a program (JSON)',
  filter: {
    heading: 'Choose what to see',
    room: 'Class',
    wave: 'Time',
    rhythm: 'Programme',
    period: 'The class began',
    all: 'All',
    weekly: 'One module a week',
    halfYear: (year, half) => `${half === '1' ? 'First' : 'Second'} half of ${year}`,
    show: 'Show',
    rooms: (n) => (n === 1 ? 'You see numbers from 1 class.' : `You see numbers from ${n} classes.`),
    none: 'No class fits what you have chosen. Choose something else.',
  },
  waves: { screening: 'Screening', foer: 'Before', efter: 'Just after', '3-maaneder': '3 mths after' },
  rates: {
    heading: 'How many have answered',
    caption: 'How many have answered each survey?',
    survey: 'Survey',
    answered: 'Answers',
    of: (n, all) => `${n} of ${all}`,
    share: 'Share',
    few: 'Too few',
  },
  question: {
    answered: answers,
    tooFew: (n, least) => `${answers(n)}. Once ${least} have answered, you can see the numbers here.`,
    few: 'Too few answers to be shown.',
    none: 'Nobody has answered yet.',
    mean: (value, top) => `Mean: ${value} of ${top}`,
    part: 'Some answers are not in. They are too few to be added yet.',
    options: 'What the answers mean',
    bar: (when, parts) => `${when}: ${parts}.`,
    barPart: (option, percent) => `${option}: ${percent}`,
    tableCaption: (ask) => `Answers in numbers: ${ask}`,
    when: 'When',
    number: 'Number',
    meanHead: 'Mean',
    interval: '95% interval',
    option: (option) => `Answer ${option}`,
    count: (n, percent) => `${n} (${percent})`,
    line: 'Mean over time',
    linePart: (when, value) => `${when}: ${value}.`,
  },
  change: {
    caption: (ask) => `Up or down: ${ask}`,
    from: 'From and to',
    fromTo: (from, to) => `${from} → ${to}`,
    all: 'All',
    same: 'The same people',
    pairs: 'Number',
    interval: '95% interval',
    hidden: 'Not shown',
    note: '“The same people” are those who answered both times. The number is not shown where it would give away what one to four people answered.',
  },
  range: (low, high) => `${low} to ${high}`,
  method: {
    title: 'How the numbers are made',
    lead: 'Here you can read how each number is made, and what it can be used for.',
    parts: [
      {
        heading: 'Who is in it',
        lines: [
          'Only answers from people who said yes to taking part, answered everything and sent it.',
          'Answers are added in steps: at least 5 at a time from the same class. The rest wait. So nobody can look at the numbers on two days and work out what one person answered.',
          'If someone changes an answer before it is counted, the new one counts. Afterwards the number stays as it was. That is also so if someone has their answers deleted. The answers themselves are then gone. Only the sum of at least 5 is left.',
          'Every question is a scale from 1 to 5. We take that as numbers, so 5 is one more than 4.',
        ],
        formula: '',
      },
      {
        heading: 'How many have answered',
        lines: [
          'The share is the number of answers divided by the number of participants. A participant is someone who has been in the course room.',
          'The true share nearly always lies in the range that we show. It is calculated as in Wilson (1927). Here p is the share, n the number of participants and z = 1.96.',
        ],
        formula: '(p + z²/2n ± z · √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)',
      },
      {
        heading: 'Mean',
        lines: [
          'Add up all answers, and divide by the number of answers. We show two decimals.',
          'The range says how sure the mean is. If this were done many times, 95 of 100 such ranges would contain the true mean. Here s is the standard deviation of the answers, n their number and t a number from Student’s distribution with n − 1 degrees of freedom.',
          'The range does not go beyond the scale.',
        ],
        formula: 'mean ± t · s / √n,   s² = Σ(x − mean)² / (n − 1)',
      },
      {
        heading: 'Up or down: all',
        lines: [
          'The mean of the last time minus the mean of the first time. Those who answered are not quite the same people both times. So part of the number may come from some people having dropped out.',
          'That is why there is no range for that number.',
        ],
        formula: 'mean₂ − mean₁',
      },
      {
        heading: 'Up or down: the same people',
        lines: [
          'Only those who answered both times are in this. For each of them we take the last answer minus the first one. Then we take the mean of that, and make the range as before.',
          'If the range does not reach 0, it is hard to believe that nothing has happened. But the numbers do not say why. There is no other group to compare with.',
        ],
        formula: 'd = x₂ − x₁,   mean of d ± t · s / √n',
      },
      {
        heading: 'What we do not show',
        lines: [
          'Numbers from fewer than 5 are not shown. Where fewer than 5 in a class have answered, they are not in the number for all either. “The same people” of small classes are added to those of other classes. The last few may be left out.',
          'Nor can anyone subtract one number from another and find 1 to 4 people. That is why the number for “the same people” is sometimes not shown: where nearly everyone answered twice, it would otherwise be possible to work out what the last few said.',
          'How many have answered is not an answer. The instructor can see that.',
        ],
        formula: '',
      },
      {
        heading: 'Where the formulae are',
        lines: [
          'Student’s t: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.3 to 26.7.5.',
          'The range of a share: E. B. Wilson, Journal of the American Statistical Association 22 (1927), pages 209 to 212.',
        ],
        formula: '',
      },
    ],
  },
  help: 'This page is for the people who evaluate the course. Close it when you are done.',
  signInTitle: 'Sign in to the evaluation',
  signInText: 'The link works once. You are signed in for an hour.',
  signIn: 'Sign in',
  rows: {
    heading: 'Data row by row',
    intro:
      'One row for each person and wave, without names. Only of those who have said yes to it. A few rows are left out, so that nobody else’s answers can be worked out.',
    told: 'When you download the rows, the people in them can see it under “Who has read your answers”.',
    data: 'The rows (CSV)',
    codebook: 'Codebook (CSV)',
    syntax: (name) => `Commands: ${name}`,
  },
  signOut: 'Sign out',
  closedTitle: 'You are not signed in',
  closedText: 'The link has been used or is too old, or your hour is up.',
  closedAdvice: 'Ask the person who runs the server for a new link. It is made by this command:',
};
