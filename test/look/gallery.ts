import type { Question } from '../../src/content/course.ts';
import { texts } from '../../src/text/texts.ts';
import type { Language } from '../../src/domain/viewer.ts';

/** What the gallery pages show: each component in each state, with long words, as Danish has them. */
export function galleryModel(language: Language) {
  return {
    language,
    text: texts[language],
    title: 'Hvad fylder hos dig lige nu?',
    lead: 'Her tænker du over, hvad du gerne vil have ud af de næste uger. Der er ingen forkerte svar.',
    roomTitle: 'Hold 14 – Sønderborg, Aabenraa og Haderslev',
    languageSwitch: { href: '?sprog=en' },
    returnUrl: 'https://kursus.example/course/view.php?id=4',
    progress,
    video,
    questions: questions(),
    errors: [
      { href: '#tekst-fejl', message: 'Skriv et par ord om, hvad der giver dig energi' },
      { href: '#en-fejl', message: 'Vælg det, der passer bedst på dig' },
    ],
    input: {
      inputId: 'navn',
      name: 'navn',
      ask: 'Hvad vil du kaldes?',
      hint: 'Det kan være et andet navn end dit eget.',
      value: 'Bo',
    },
    inputWrong: {
      inputId: 'tal',
      name: 'tal',
      ask: 'Hvor mange dage?',
      error: 'Skriv et tal fra 1 til 7',
      value: 'x',
      hint: '',
    },
    buttons: buttons(language),
  };
}

const progress = {
  number: 2,
  total: 4,
  steps: [
    { title: 'Velkommen', isDone: true, isCurrent: false, href: '#main' },
    { title: 'Hvad fylder hos dig lige nu?', isDone: false, isCurrent: true, href: '' },
    { title: 'Arbejdsmarkedsforberedende overvejelser', isDone: false, isCurrent: false, href: '' },
    { title: 'Se dine svar', isDone: false, isCurrent: false, href: '' },
  ],
};

const video = {
  title: 'Lise fortæller om sin første uge',
  src: '/assets/none.mp4',
  type: 'video/mp4',
  poster: '',
  captions: { src: '/assets/none.vtt', language: 'da', label: 'Dansk' },
  transcriptHtml: '<p>Jeg hedder Lise, og jeg har været sygemeldt længe.</p>',
  seconds: 150,
  hasOptionalVoice: true,
};

function buttons(language: Language) {
  const words = texts[language].common.buttons;
  return [
    { value: 'next', label: words.next, look: 'primary' },
    { value: 'save', label: words.save, look: 'secondary' },
    { value: 'back', label: words.back, look: 'tertiary' },
  ];
}

function question(kind: Question['kind'], id: string, more: object = {}) {
  const choices = kind === 'text' ? [] : options(id, kind === 'scale' ? scaleWords : choiceWords);
  return {
    id,
    name: `answer.${id}`,
    inputId: id,
    partial: kind,
    ask: 'Hvad giver dig energi i hverdagen?',
    hint: 'Skriv, som det falder dig ind.',
    optionalLabel: '',
    error: '',
    value: '',
    rows: 5,
    maxLength: 2000,
    other: '',
    options: choices,
    ...(kind === 'scale' && { points: choices, isOfFive: true }),
    ...more,
  };
}

const choiceWords = [
  'Jeg sover dårligt',
  'Jeg bekymrer mig om samarbejdet med kommunen og arbejdsgiveren',
  'Noget andet',
];
const scaleWords = ['Helt uenig', 'Uenig', 'Hverken enig eller uenig', 'Enig', 'Helt enig'];

function options(id: string, words: string[]) {
  return words.map((label, index) => ({
    id: String(index + 1),
    inputId: `${id}-${index + 1}`,
    label,
    checked: id.endsWith('valgt') && index === 1,
  }));
}

/** The questions of one step without faults, as a participant meets them. */
export function calmQuestions() {
  return [
    question('text', 'energi', { hint: 'Skriv, som det falder dig ind. Et par ord er nok.' }),
    question('one', 'en-valgt', { ask: 'Hvad fylder mest hos dig?', hint: texts.da.common.chooseOne }),
    question('many', 'flere-valgt', {
      ask: 'Hvem kan du tale med?',
      hint: texts.da.common.chooseMany,
      optionalLabel: texts.da.common.optional,
    }),
    question('scale', 'skala-valgt', {
      ask: 'Jeg tror på, at jeg kan bruge det, jeg kan, på en arbejdsplads.',
      hint: '',
    }),
  ];
}

const wrong = { error: 'Skriv et par ord om, hvad der giver dig energi' };

function questions() {
  return [
    ...calmQuestions(),
    question('text', 'tekst-uden-hint', {
      hint: '',
      optionalLabel: texts.da.common.optional,
      maxLength: 20,
      value: 'En tur',
    }),
    question('text', 'tekst-fejl', wrong),
    question('text', 'tekst-to', { value: 'At gå en tur med hunden.', other: 'At være i haven.\nOg at synge i kor.' }),
    question('one', 'en-fejl', { ...wrong, hint: '' }),
    question('many', 'flere-fejl', wrong),
    question('scale', 'skala-fejl', wrong),
    question('one', 'videre-valgt', { partial: 'leadsOn', hint: texts.da.common.chooseToGoOn }),
    question('one', 'videre-fejl', { partial: 'leadsOn', ...wrong }),
  ];
}
