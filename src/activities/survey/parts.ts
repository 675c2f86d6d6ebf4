import type { Condition, Question, ScaleQuestion, Step, SurveyActivity } from '../../content/course.ts';
import { scaleOptions } from '../../content/questions/scale.ts';
import { activityVersion } from '../../content/version.ts';
import type { YamlFile } from '../../content/yaml.ts';
import type { ReadContext } from '../../content/activityReader.ts';
import type { ConsentFile, InstrumentFile, SurveyFile } from './schema.ts';
import { noteTexts } from '../../content/texts.ts';

/** The consent question, and its options. */
const CONSENT = 'samtykke';
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
}

/** Builds a survey: the consent, and for people who consent the instruments. */
export function surveyOf(entry: SurveyFile, { consent, instruments }: Parts): SurveyActivity {
  const { kind, id, wave, title, intro } = entry;
  const asked = instruments.map(stepOf);
  const steps = [consentStep(consent), ...asked, declinedStep(consent)];
  const minutes = [consent.entry, ...asked].reduce((total, step) => total + step.minutes, 0);
  const content: Omit<SurveyActivity, 'version'> = { kind, id, wave, title, intro, minutes, steps, consent: CONSENT };
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
    questions: [{ ...question, wording }],
    isFork: true,
  };
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

function stepOf({ entry, html }: Instrument): Step {
  return {
    id: entry.id,
    title: entry.title,
    minutes: entry.minutes,
    video: undefined,
    html,
    instrumentVersion: entry.version,
    questions: entry.questions.map(({ labels = entry.labels, ...asked }): ScaleQuestion => ({
      kind: 'scale',
      ...asked,
      options: scaleOptions(labels),
    })),
    when: saidYes,
  };
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
