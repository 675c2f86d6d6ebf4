import type { Condition, Question, Step, SurveyActivity } from '../../content/course.ts';
import { minutesToRead } from '../../content/checks/readingTime.ts';
import { activityVersion } from '../../content/reading/version.ts';
import type { AskedInstrument } from './instruments.ts';
import { joined, onPages } from './pages.ts';
import type { ConsentFile, SurveyFile } from './schema.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { wordsToRead } from './wordsToRead.ts';

/** The consent question, and its options. */
const CONSENT = 'samtykke';
const SHARE = 'forskning';
const YES = 'ja';
/** The answer of someone who declines. */
export const NO = 'nej';

export interface Consent {
  entry: ConsentFile;
  html: string;
  declinedHtml: string;
}

interface Parts {
  consent: Consent;
  instruments: AskedInstrument[];
  /** Known instruments without wording. */
  withoutWording: string[];
  language: Language;
}

/** Builds a survey: the consent, and for people who consent the instruments. */
export function surveyOf(entry: SurveyFile, { consent, instruments, withoutWording, language }: Parts): SurveyActivity {
  const { kind, id, wave, title, intro } = entry;
  const asked = joined(
    instruments.flatMap((instrument) => stepsOf(instrument, language)),
    language,
  );
  const steps = [consentStep(consent), ...asked, declinedStep(consent)];
  // Computed from the words, since people are told it before they begin; the minutes in a file are only its share of a
  // page.
  const minutes = minutesToRead(wordsToRead({ title, intro, steps }, NO));
  const asks = { consent: CONSENT, ...(consent.entry.share && { share: SHARE }) };
  const [first, ...rest] = steps;
  const told = first ? [{ ...first, note: texts[language].survey.takes(minutes) }, ...rest] : [];
  const shown = { kind, id, wave, title, intro, minutes, steps: told, ...asks } as const;
  const about = instruments.map((instrument) => instrument.about);
  // The version: first each instrument with its version (`versions.ts` parses it), then a hash of everything shown.
  const versions = about.map((instrument) => `${instrument.id}.${instrument.version}`).join('+');
  return { ...shown, instruments: about, withoutWording, version: `${versions}:${activityVersion(shown)}` };
}

function consentStep({ entry, html }: Consent): Step {
  const { title, minutes, ask, yes, no } = entry;
  const options = [
    { id: YES, label: yes },
    { id: NO, label: no },
  ];
  const question: Question = { kind: 'one', id: CONSENT, ask, hint: '', required: true, leadsOn: true, options };
  const wording = activityVersion({ html, ask, yes, no });
  return {
    id: 'samtykke',
    title,
    minutes,
    video: undefined,
    html,
    // The question whose options lead on must be last.
    questions: [...shareQuestion(entry), { ...question, wording }],
    isFork: true,
  };
}

/** May be left open, which counts as no. */
function shareQuestion({ share }: ConsentFile): Question[] {
  if (!share) return [];
  const { ask, hint, yes, no } = share;
  const options = [
    { id: YES, label: yes },
    { id: NO, label: no },
  ];
  return [
    { kind: 'one', id: SHARE, ask, hint, required: false, options, wording: activityVersion({ ask, hint, yes, no }) },
  ];
}

const saidYes: Condition[] = [{ question: CONSENT, is: YES }];
const saidNo: Condition[] = [{ question: CONSENT, is: NO }];

function declinedStep({ entry, declinedHtml }: Consent): Step {
  return {
    id: 'nej-tak',
    title: entry.declined.title,
    minutes: 1,
    video: undefined,
    html: declinedHtml,
    questions: [],
    when: saidNo,
  };
}

/** An instrument's pages, and for each score that may be low a page that says whom to talk to. */
function stepsOf(instrument: AskedInstrument, language: Language): Step[] {
  const { about } = instrument;
  const text = texts[language].survey.help;
  const help = about.scores.flatMap((score) =>
    score.bands
      .filter(({ offersHelp }) => offersHelp)
      .map((band): Step => ({
        id: `${score.id}-hjaelp`,
        title: text.title,
        minutes: 1,
        video: undefined,
        html: text.html,
        questions: [],
        isHeavy: true,
        when: [...saidYes, { score, band: band.id }],
      })),
  );
  return [...pagesOf(instrument, language), ...help];
}

/** An instrument as steps of a few questions; the first has its id, so that people go on where they left off. */
function pagesOf(
  { about: { id, title }, minutes, html, questions: asked }: AskedInstrument,
  language: Language,
): Step[] {
  const [first, ...rest] = asked;
  // Its introduction stays with its own questions, on a shared page and if another instrument is left out.
  const introduced = first && html !== '' ? [{ ...first, above: { html } }, ...rest] : asked;
  const pages = onPages(introduced);
  return pages.map((questions, index) => ({
    id: index === 0 ? id : `${id}-${index + 1}`,
    title: index === 0 ? title : texts[language].survey.part(title, index + 1),
    minutes: Math.max(1, Math.round(minutes / pages.length)),
    video: undefined,
    html: '',
    questions,
    when: saidYes,
  }));
}
