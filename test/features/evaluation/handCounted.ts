import type { Sheet } from './launched.ts';

/*
 * Every number that is expected here was counted by hand from this table, which says what people 1 to 63 answer: the number of the
 * last person who answers so, and the answer. Where one line has no answer, they leave it open.
 */
type Answered = [last: number, answer: string | string[]][];
export const saidBefore: Record<string, Answered> = {
  fem: [[20, '2'], [40, '3'], [60, '5']],
  to: [[20, '1'], [60, '2']],
  elleve: [[20, '0'], [40, '10'], [60, 'ved-ikke']],
  valg: [[20, 'a'], [40, 'b'], [60, 'c']],
  // The last twenty follow up on an answer that they did not give, which a page without scripts does not keep them from.
  grund: [[10, ['x', 'y']], [20, ['intet']], [40, []], [60, ['y']]],
  timer: [[20, '10'], [40, '37'], [60, '']],
  med: [[20, '1'], [40, '2'], [60, '4']],
  mod: [[20, '4'], [40, '3'], [60, '1']],
  'who-5-1': [[40, '1'], [60, '5']],
  'who-5-2': [[20, '1'], [40, '2'], [60, '5']],
  'who-5-3': [[20, '1'], [40, '3'], [60, '5']],
  'who-5-4': [[20, '1'], [40, '4'], [60, '5']],
  'who-5-5': [[20, '1'], [60, '5']],
}; // prettier-ignore
export const saidAfter: Record<string, Answered> = {
  fem: [[40, '3'], [54, '4'], [63, '1']],
  to: [[40, '2'], [63, '1']],
  elleve: [[20, '7'], [40, '10'], [54, '3'], [63, 'ved-ikke']],
  valg: [[20, 'a'], [40, 'b'], [54, 'vil-ikke-svare'], [63, 'c']],
  grund: [[20, ['x']], [63, []]],
  timer: [[20, '12'], [40, '37'], [54, 'ved-ikke'], [63, '']],
  med: [[40, '2'], [54, '4'], [63, '3']],
  mod: [[20, '1'], [40, '3'], [54, '2'], [63, '4']],
  'who-5-1': [[20, '2'], [40, '3'], [63, '0']],
  'who-5-2': [[20, '2'], [40, '3'], [54, '5'], [63, '0']],
  'who-5-3': [[20, '2'], [40, '3'], [63, '0']],
  'who-5-4': [[20, '2'], [40, '3'], [54, '5'], [63, '0']],
  'who-5-5': [[20, '2'], [40, '3'], [63, '0']],
}; // prettier-ignore
const saidLater: Record<string, Answered> = {
  fem: [[4, '5'], [7, '2']],
  to: [[4, '1'], [7, '2']],
  elleve: [[4, '0'], [7, '9']],
  valg: [[4, 'a'], [7, 'c']],
  grund: [[4, ['x']], [7, []]],
  timer: [[4, '0'], [7, '20']],
  med: [[4, '4'], [7, '1']],
  mod: [[4, '1'], [7, '2']],
  'who-5-1': [[4, '4'], [7, '1']],
  'who-5-2': [[4, '4'], [7, '1']],
  'who-5-3': [[4, '4'], [7, '1']],
  'who-5-4': [[4, '4'], [7, '1']],
  'who-5-5': [[4, '4'], [7, '2']],
  ...Object.fromEntries(Array.from({ length: 7 }, (_, item) => [`gse-${item + 1}`, [[4, '4'], [7, '2']]])),
  ...Object.fromEntries([8, 9, 10].map((item) => [`gse-${item}`, [[4, 'vil-ikke-svare'], [7, '2']]])),
}; // prettier-ignore
export const first60 = Array.from({ length: 60 }, (_, index) => index + 1);
/** Six have left, and three answer for the first time. */
const next57 = [...first60.slice(0, 54), 61, 62, 63];
export const times = [
  { survey: 'foer', table: saidBefore, people: first60 },
  { survey: 'efter', table: saidAfter, people: next57 },
  { survey: 'tre', table: saidLater, people: first60.slice(0, 7) },
];

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1';
const androidTablet = 'Mozilla/5.0 (Linux; Android 14; SM-X210) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36';

/** People 1 to 18 come on a phone, to 32 on a tablet, and all others on a computer; after the course 1 to 10 on a computer too. */
export function agentOf(person: number, survey: string): string {
  if (person <= 18) return survey === 'efter' && person <= 10 ? windows : iPhone;
  return person <= 32 ? androidTablet : windows;
}

/** What someone answers by one of the tables. */
export function sheetOf(table: Record<string, Answered>, person: number): Sheet {
  const answers = Object.entries(table).map(([question, answered]): [string, string | string[]] => [
    question,
    answered.find(([to]) => person <= to)?.[1] ?? [],
  ]);
  return Object.fromEntries([['samtykke', 'ja'], ['forskning', 'ja'], ['ord', `Hemmeligt ord ${person}`], ...answers]);
}

/**
 * The lines of `evaluering.csv`, without the empty fields at the end of each. Three months after, four were asked why they chose A:
 * nothing of it is told, and n is of all who answered.
 */
export const counted = `
foer,foer,fem,60,3.33,0,20,20,0,20
foer,foer,to,60,1.67,20,40
foer,foer,elleve,60,5.00,20,0,0,0,0,0,0,0,0,0,20,20
foer,foer,valg,60,,20,20,20,0
foer,foer,grund,20,,10,10,10
foer,foer,timer,40,23.50,0
foer,foer,med,60,2.33,20,20,0,20
foer,foer,mod,60,2.67,20,0,20,20
foer,foer,who-5-1,60,2.33,0,40,0,0,0,20
foer,foer,who-5-2,60,2.67,0,20,20,0,0,20
foer,foer,who-5-3,60,3.00,0,20,0,20,0,20
foer,foer,who-5-4,60,3.33,0,20,0,0,20,20
foer,foer,who-5-5,60,3.67,0,20,0,0,0,40
foer,foer,styrke,60,16.00
foer,foer,snit,60,4.17
foer,foer,who-5,60,60.00
efter,efter,fem,57,3.14,3,0,40,14,0
efter,efter,to,57,1.70,17,40
efter,efter,elleve,57,7.07,0,0,0,14,0,0,0,20,0,0,20,3
efter,efter,valg,57,,20,20,3,14
efter,efter,grund,20,,20,0,0
efter,efter,timer,54,24.50,14
efter,efter,med,57,2.54,0,40,3,14
efter,efter,mod,57,2.11,20,14,20,3
efter,efter,who-5-1,57,1.75,17,0,20,20,0,0
efter,efter,who-5-2,57,2.98,3,0,20,20,0,14
efter,efter,who-5-3,57,1.75,17,0,20,20,0,0
efter,efter,who-5-4,57,2.98,3,0,20,20,0,14
efter,efter,who-5-5,57,1.75,17,0,20,20,0,0
efter,efter,styrke,57,17.16
efter,efter,snit,57,4.95
efter,efter,who-5,57,44.91
tre,3-maaneder,fem,7,3.71,0,3,0,0,4
tre,3-maaneder,to,7,1.43,4,3
tre,3-maaneder,elleve,7,3.86,4,0,0,0,0,0,0,0,0,3,0,0
tre,3-maaneder,valg,7,,4,0,3,0
tre,3-maaneder,grund,7
tre,3-maaneder,timer,7,8.57,0
tre,3-maaneder,med,7,2.71,3,0,0,4
tre,3-maaneder,mod,7,1.43,4,3,0,0
tre,3-maaneder,who-5-1,7,2.71,0,3,0,0,4,0
tre,3-maaneder,who-5-2,7,2.71,0,3,0,0,4,0
tre,3-maaneder,who-5-3,7,2.71,0,3,0,0,4,0
tre,3-maaneder,who-5-4,7,2.71,0,3,0,0,4,0
tre,3-maaneder,who-5-5,7,3.14,0,0,3,0,4,0
tre,3-maaneder,gse-1,7,3.14,0,3,0,4,0
tre,3-maaneder,gse-2,7,3.14,0,3,0,4,0
tre,3-maaneder,gse-3,7,3.14,0,3,0,4,0
tre,3-maaneder,gse-4,7,3.14,0,3,0,4,0
tre,3-maaneder,gse-5,7,3.14,0,3,0,4,0
tre,3-maaneder,gse-6,7,3.14,0,3,0,4,0
tre,3-maaneder,gse-7,7,3.14,0,3,0,4,0
tre,3-maaneder,gse-8,7,2.00,0,3,0,0,4
tre,3-maaneder,gse-9,7,2.00,0,3,0,0,4
tre,3-maaneder,gse-10,7,2.00,0,3,0,0,4
tre,3-maaneder,styrke,7,20.00
tre,3-maaneder,snit,7,3.79
tre,3-maaneder,who-5,7,56.00
tre,3-maaneder,gse,7,31.43
`.trim();

/** How many rows of a wave have a number, and its mean: "ved ikke" is none, and a follow-up is of those who were asked. */
export const meansOfRows: Record<string, Record<string, string>> = {
  foer: {
    fem: '60 3.33',
    // A word of SPSS's own.
    to_: '60 1.67',
    elleve: '40 5.00',
    timer: '40 23.50',
    mod: '60 2.67',
    grund_x: '20 0.50',
    styrke: '60 16.00',
    snit: '60 4.17',
    who_5: '60 60.00',
  },
  efter: { fem: '57 3.14', elleve: '54 7.07', timer: '40 24.50', grund_x: '20 1.00', who_5: '57 44.91' },
  '3-maaneder': { fem: '7 3.71', timer: '7 8.57', styrke: '7 20.00', who_5: '7 56.00' },
};

/** Change of each question from one time to the next: of all, of the same persons, and how many they are. */
export const changes: Record<string, [string, string, string][]> = {
  fem: [['−0,19', '+0,11', '54'], ['+0,57', '+0,71', '7'], ['+0,38', '+1,71', '7']],
  to: [['+0,04', '+0,11', '54'], ['−0,27', '−0,57', '7'], ['−0,24', '+0,43', '7']],
  elleve: [['+2,07', '+3,50', '40'], ['−3,22', '−3,14', '7'], ['−1,14', '+3,86', '7']],
  timer: [['+1,00', '+1,00', '40'], ['−15,93', '−3,43', '7'], ['−14,93', '−1,43', '7']],
  med: [['+0,21', '+0,37', '54'], ['+0,17', '+0,71', '7'], ['+0,38', '+1,71', '7']],
  styrke: [['+1,16', '+2,67', '54'], ['+2,84', '+2,00', '7'], ['+4,00', '+12,00', '7']],
  snit: [['+0,78', '+1,09', '54'], ['−1,16', '−1,21', '7'], ['−0,38', '+2,79', '7']],
  'who-5': [['−15,09', '−8,15', '54'], ['+11,09', '+16,00', '7'], ['−4,00', '+36,00', '7']],
}; // prettier-ignore
/** The mean of the differences by their standard deviation: 0.1111 by 0.7931, 5/7 by 1.6036, and so on. */
export const effects = {
  fem: ['0,14', '0,45', '1,07'],
  styrke: ['0,45', '0,27', '1,6'],
  'who-5': ['-0,25', '0,53', '1,2'],
};
