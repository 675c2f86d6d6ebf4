import type { Question } from '../../content/course.ts';
import type { Instrument } from '../../content/instruments/instrument.ts';
import { knownInstruments, type KnownInstrument } from '../../content/instruments/known.ts';
import { scoreFrom } from '../../content/instruments/schema.ts';
import { readQuestion } from '../../content/questions/kinds.ts';
import { scaleOptions, type ScaleQuestion } from '../../content/questions/scale.ts';
import { exitOptions } from '../../content/questions/exits.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { scalesOf, type InstrumentFile, type WordingFile } from './schema.ts';

/** An instrument as a survey asks it, read once for all surveys that use it. */
export interface AskedInstrument {
  about: Instrument;
  minutes: number;
  /** Safe HTML. */
  html: string;
  questions: Question[];
}

/** An instrument of the package's own. */
export function ownInstrument(entry: InstrumentFile, html: string): AskedInstrument {
  const { id, version, title, source, licence, comparableWith, goesUp, minutes } = entry;
  const questions = entry.questions.flatMap(readQuestion);
  const scales = scalesOf(entry.questions);
  const scores = entry.scores.map((score) => scoreFrom(score, scales));
  const ids = questions.map((question) => question.id);
  return {
    about: { id, version, title, source, licence, comparableWith, questions: ids, scores, goesUp },
    minutes,
    html,
    questions,
  };
}

/** A known instrument, in the words that the package has for it. Undefined if the program does not know it. */
export function knownInstrument(entry: WordingFile, language: Language): AskedInstrument | undefined {
  const known = knownInstruments.get(entry.known);
  if (!known) return undefined;
  const questions = itemsOf(known, entry);
  const { id, version, source, licence } = known;
  const ids = questions.map((question) => question.id);
  const scores = [scoreOfKnown(known, questions, language)];
  return {
    about: {
      id,
      version,
      title: entry.title,
      source,
      licence: licence[language],
      comparableWith: [],
      questions: ids,
      scores,
    },
    minutes: entry.minutes,
    html: '',
    questions,
  };
}

function itemsOf(known: KnownInstrument, { ask, hint, labels, noAnswer, items }: WordingFile): ScaleQuestion[] {
  const points = scaleOptions(labels, known.low);
  const options = [...(known.isHighestFirst ? points.toReversed() : points), ...exitOptions({ noAnswer })];
  return items.map((item, index) => ({
    kind: 'scale',
    look: 'statement',
    id: `${known.id}-${index + 1}`,
    ask: item,
    hint: '',
    required: true,
    options,
    block: { id: known.id, ask, hint, isFirst: index === 0 },
  }));
}

function scoreOfKnown({ id, title, low, high, score, bands }: KnownInstrument, items: Question[], language: Language) {
  const labels = texts[language].survey.bands;
  return {
    id,
    label: title,
    ...score,
    better: 'high' as const,
    items: items.map((item) => ({ question: item.id, low, high, isReversed: false })),
    bands: bands.map((band) => ({ ...band, label: labels[band.id] })),
  };
}
