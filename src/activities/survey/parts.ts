import type { Condition, Question, ScaleQuestion, Step, SurveyActivity } from '../../content/course.ts';
import { scaleOptions } from '../../content/questions/scale.ts';
import { activityVersion } from '../../content/version.ts';
import type { YamlFile } from '../../content/yaml.ts';
import type { ReadContext } from '../../content/activityReader.ts';
import type { ConsentFile, InstrumentFile, SurveyFile } from './schema.ts';
import { noteTexts } from '../../content/texts.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

/** The consent question, and its options. */
const CONSENT = 'samtykke';
const SHARE = 'forskning';
const YES = 'ja';
const NO = 'nej';

/** An instrument, read once for all surveys that use it. */
export interface Instrument {
  entry: InstrumentFile;
  html: string;
}

export interface Consent {
  entry: ConsentFile;
  html: string;
  declinedHtml: string;
}

interface Parts {
  consent: Consent;
  instruments: Instrument[];
  language: Language;
}

/** Builds a survey: the consent, and for people who consent the instruments. */
export function surveyOf(entry: SurveyFile, { consent, instruments, language }: Parts): SurveyActivity {
  const { kind, id, wave, title, intro } = entry;
  const asked = instruments.flatMap((instrument) => pagesOf(instrument, language));
  const steps = [consentStep(consent), ...asked, declinedStep(consent)];
  const parts = [consent, ...instruments];
  const minutes = parts.reduce((total, part) => total + part.entry.minutes, 0);
  const content: Omit<SurveyActivity, 'version'> = {
    kind,
    id,
    wave,
    title,
    intro,
    minutes,
    steps,
    consent: CONSENT,
    ...(consent.entry.share && { share: SHARE }),
  };
  // People read this too: first which version of which instrument, then all that the pages showed.
  const versions = instruments.map(({ entry: { id: name, version } }) => `${name}.${version}`).join('+');
  return { ...content, version: `${versions}:${activityVersion(content)}` };
}

function consentStep({ entry, html }: Consent): Step {
  const { title, minutes, ask, yes, no } = entry;
  const options = [
    { id: YES, label: yes },
    { id: NO, label: no },
  ];
  const question: Question = { kind: 'one', id: CONSENT, ask, hint: '', required: true, options };
  const wording = activityVersion({ html, ask, yes, no });
  return {
    id: 'samtykke',
    title,
    minutes,
    video: undefined,
    html,
    questions: [{ ...question, wording }, ...shareQuestion(entry)],
    isFork: true,
  };
}

/** Left open counts as no. */
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

/** A phone shows three of them at once; each further page costs a press, and time to find one's bearings. */
const MOST_ON_A_PAGE = 5;

/** An instrument as steps of a few questions; the first has its id, so that people go on where they left off. */
function pagesOf({ entry, html }: Instrument, language: Language): Step[] {
  const pages = evenly(questionsOf(entry), MOST_ON_A_PAGE);
  return pages.map((questions, index) => ({
    id: index === 0 ? entry.id : `${entry.id}-${index + 1}`,
    title: index === 0 ? entry.title : texts[language].survey.part(entry.title, index + 1),
    minutes: Math.max(1, Math.round(entry.minutes / pages.length)),
    video: undefined,
    html: index === 0 ? html : '',
    instrument: { id: entry.id, version: entry.version },
    questions,
    when: saidYes,
  }));
}

function questionsOf({ questions, labels: usual }: InstrumentFile): ScaleQuestion[] {
  return questions.map(({ labels = usual, ...asked }): ScaleQuestion => ({
    kind: 'scale',
    ...asked,
    options: scaleOptions(labels),
  }));
}

/** Divides a list into as few parts as possible, of almost the same length, the longer ones first. */
function evenly<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most);
  const starts = Array.from({ length: count + 1 }, (_, part) => Math.ceil((part * items.length) / count));
  return starts.slice(1).map((end, part) => items.slice(starts[part], end));
}

/** Records what a participant reads in an instrument. */
export function noteInstrument(
  context: ReadContext,
  yaml: YamlFile,
  { title, labels, questions }: InstrumentFile,
): void {
  const asked = questions.flatMap(({ ask, hint, labels: own = [] }, index) =>
    [ask, hint, ...own].map((text) => ({ line: yaml.placeOf(['questions', index]).line, text })),
  );
  const line = yaml.placeOf(['labels']).line;
  noteTexts(
    context,
    yaml.file,
    [title, ...labels].map((text) => ({ line, text })),
  );
  noteTexts(context, yaml.file, asked);
}
