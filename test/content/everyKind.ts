import { loadCourse } from '../../src/activities/course.ts';
import { changed as sampleChanged, sampleFiles, withPackage, type Changes } from './samplePackage.ts';

function wordsOf(letters: string): string {
  return `[${Array.from(letters, (letter) => `Sætning ${letter}`).join(', ')}]`;
}

/** A question of every kind, as any file has them. */
const questions = `- { kind: scale, id: fem, ask: Fem?, required: true, labels: [a, b, c, d, e] }
- { kind: scale, id: to, ask: To?, required: true, labels: [Nej, Ja] }
- { kind: scale, id: elleve, ask: Elleve?, required: true, from: 0, to: 10, ends: { low: Lidt, high: Meget }, dontKnow: Ved ikke }
- kind: one
  id: valg
  ask: Hvilken?
  required: true
  noAnswer: Vil ikke svare
  options: [{ id: a, label: A }, { id: b, label: B }, { id: c, label: C }]
- kind: many
  id: grund
  ask: Hvorfor A?
  required: true
  when: { question: valg, is: [a] }
  options: [{ id: x, label: X }, { id: y, label: Y }, { id: intet, label: Intet, isAlone: true }]
- { kind: number, id: timer, ask: Hvor mange?, min: 0, max: 37, unit: timer, dontKnow: Ved ikke }
- { kind: text, id: ord, ask: Med et ord?, isShort: true }
- kind: statements
  id: blok
  ask: Hvor enig er du?
  required: true
  labels: ['1', '2', '3', '4']
  statements: [{ id: med, ask: Det går. }, { id: mod, ask: Det går ikke. }]
`;

const own = `id: alt
version: 1
title: Af hver slags
minutes: 1
scores:
  - { id: styrke, label: Styrke, items: [fem, med, mod], reversed: [mod], factor: 2 }
  - { id: snit, label: Snit, how: mean, items: [fem, elleve], mayMiss: 1 }
questions:
${questions}`;
const wellBeing = `known: who-5
title: Trivsel
minutes: 1
ask: De sidste to uger
labels: ${wordsOf('012345')}
items: ${wordsOf('abcde')}
`;
const selfEfficacy = `known: gse
title: Tro på egne evner
minutes: 1
ask: Hvor godt passer det?
labels: ${wordsOf('1234')}
noAnswer: Vil ikke svare
items: ${wordsOf('abcdefghij')}
`;
const consent = `title: Vil du svare?
minutes: 1
text: samtykke.md
ask: Vil du?
yes: Ja
no: Nej
share: { ask: Må en forsker?, yes: Ja, no: Nej }
declined: { title: I orden, text: samtykke.md }
`;
function surveyAt(wave: string, more = '', id = wave): string {
  return `kind: survey\nid: ${id}\nwave: ${wave}\ntitle: ${id}\nintro: Kort.\nconsent: samtykke.yaml\ninstruments:\n  - alt.yaml\n  - { known: who-5, file: who-5.yaml }\n${more}`;
}

const files = {
  'alt.yaml': own,
  'who-5.yaml': wellBeing,
  'gse.yaml': selfEfficacy,
  'samtykke.yaml': consent,
  'samtykke.md': 'Kort.\n',
  'foer.yaml': surveyAt('foer'),
  'efter.yaml': surveyAt('efter'),
  'tre.yaml': surveyAt('3-maaneder', '  - { known: gse, file: gse.yaml }\n', 'tre'),
};

/** The same list in a file where it stands further in. */
function within(spaces: number): string {
  return questions.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));
}

const prep = `kind: prep
id: alt-forberedelse
title: Forberedelse
intro: Kort.
steps:
  - id: svar
    title: Svar
    minutes: 3
    questions:
${within(6)}`;
const cards = `kind: cardSort
id: alt-kort
title: Kort
intro: Kort.
minutes: 1
sorting: { title: Bunker, hint: Læg kortene. }
piles: [{ id: nok, label: Nok }, { id: ikke, label: Ikke }]
cards: [{ id: ro, label: Ro }, { id: loen, label: Løn }, { id: tid, label: Tid }]
thoughts: { title: Tanker, ask: Hvad tænker du? }
questions:
${within(2)}`;
function personOf(id: string, more: string): string {
  const scene = '{ title: Et, text: Kort. }';
  return `  - id: ${id}
    name: ${id}
    about: En, der er med.
    picture: { file: film.jpg, alt: En tegning }
    scenes: [${scene}]
    choice: { ask: Hvad nu?, ways: [{ id: gaa, label: Gå, then: ${scene} }, { id: bliv, label: Bliv, then: ${scene} }] }
    reflection: { ask: Kender du det? }
    advice: { ask: Hvad vil du sige? }
    wayOut: ${scene}
${more}`;
}
const story = `kind: scenario
id: alt-medkursister
title: Medkursister
intro: Kort.
fictional: De er fundet på.
minutes: 1
choosing: { title: Mød en, ask: Hvem? }
recognise: { title: Og dig?, ask: Ligner det dig?, labels: [Nej, Lidt, Noget, Ja] }
people:
${personOf('lone', `    questions:\n${within(6)}`)}${personOf('bent', '')}`;

/** A course of activities that each ask a question of every kind, below questions of their own. */
export function activitiesOfEveryKind(change = (_name: string, file: string) => file): Changes {
  const files = { 'prep.yaml': prep, 'kort.yaml': cards, 'medkursister.yaml': story };
  const module = 'title: Uge et\nsummary: Den første uge.\nactivities: [prep.yaml, medkursister.yaml, kort.yaml]\n';
  const changed = Object.entries(files).map(([name, file]): [string, string] => [`da/modul-1/${name}`, change(name, file)]); // prettier-ignore
  const danishAlone = sampleChanged('course.yaml', '  en: Example\n', '');
  return { ...danishAlone, 'da/modul-1/module.yaml': module, ...Object.fromEntries(changed) };
}

/** A course whose surveys have every kind of question, every way of scoring, and the known instruments in words of the test's own. */
export function courseOfEveryKind() {
  const below = (language: string) =>
    Object.entries(files).map(([name, content]): [string, string] => [`${language}/sp/${name}`, content]);
  const course = `${String(sampleFiles['course.yaml'])}surveys: [sp/foer.yaml, sp/efter.yaml, sp/tre.yaml]\n`;
  return withPackage({ ...Object.fromEntries([...below('da'), ...below('en')]), 'course.yaml': course }, loadCourse);
}
