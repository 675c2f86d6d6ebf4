import { posix } from 'node:path';
import type { SurveyActivity } from '../../content/course.ts';
import type { NamedFile, ReadContext, SurveysReader } from '../../content/reading/activityReader.ts';
import { labelsOf } from '../../content/questions/kinds.ts';
import { knownInstrument, ownInstrument, type AskedInstrument } from './instruments.ts';
import { surveyOf, type Consent } from './parts.ts';
import { checkTime } from './time.ts';
import { consentSchema, instrumentSchema, surveySchema, wordingSchema, type InstrumentFile } from './schema.ts';
import { noteTexts, readMarkdown } from '../../content/reading/texts.ts';
import { readYaml } from '../../content/reading/module.ts';
import { checkShape } from '../../content/reading/shape.ts';
import type { YamlFile } from '../../content/package/yaml.ts';
import type { SurveyReading } from './reading.ts';

/** Reads the surveys of a course in one language. Records faults; returns what could be read. */
export const readSurveys: SurveysReader = async (context, files, named) => {
  const reading: SurveyReading = { context, files, parts: new Map() };
  const surveys = [];
  for (const one of named) {
    const survey = await readSurvey(reading, one);
    if (survey) surveys.push(survey);
  }
  return surveys;
};

async function readSurvey(reading: SurveyReading, named: NamedFile): Promise<SurveyActivity | undefined> {
  const yaml = await open(reading, named);
  const entry = yaml && checkShape(reading.context.reading, yaml, surveySchema);
  if (!yaml || !entry) return undefined;
  noteTexts(inFolder(reading, named), yaml.file, lines(yaml, entry, ['title', 'intro']));
  const beside = (name: string) => posix.join(posix.dirname(named.path), name);
  const consent = await readConsent(reading, { path: beside(entry.consent), namedAt: yaml.placeOf(['consent']) });
  const instruments: AskedInstrument[] = [];
  const withoutWording: string[] = [];
  for (const [index, { file, known }] of entry.instruments.entries()) {
    const part = { path: beside(file), namedAt: yaml.placeOf(['instruments', index]) };
    if (known !== undefined && (await isMissing(reading, part))) {
      withoutWording.push(known);
      continue;
    }
    const instrument = await (known === undefined ? readInstrument : readWording)(reading, part);
    if (instrument) instruments.push(instrument);
  }
  const isWhole = instruments.length + withoutWording.length === entry.instruments.length && instruments.length > 0;
  if (!consent || !isWhole) return undefined;
  const survey = surveyOf(entry, { consent, instruments, withoutWording, language: reading.context.language });
  checkTime(reading, yaml, survey);
  return survey;
}

async function isMissing({ context: { reading, language } }: SurveyReading, { path }: NamedFile): Promise<boolean> {
  return !(await reading.files.has(`${language}/${path}`));
}

function readInstrument(reading: SurveyReading, named: NamedFile): Promise<AskedInstrument | undefined> {
  return once(reading, named, async () => {
    const yaml = await open(reading, named);
    const entry = yaml && checkShape(reading.context.reading, yaml, instrumentSchema);
    if (!yaml || !entry) return undefined;
    const context = inFolder(reading, named);
    noteInstrument(context, yaml, entry);
    const namedAt = yaml.placeOf(['text']);
    return ownInstrument(entry, entry.text ? await readMarkdown(context, { name: entry.text, namedAt }) : '');
  });
}

/** The sentences belong to the instrument's publisher and may not be changed, so their readability is not checked. */
function readWording(reading: SurveyReading, named: NamedFile): Promise<AskedInstrument | undefined> {
  return once(reading, named, async () => {
    const yaml = await open(reading, named);
    const entry = yaml && checkShape(reading.context.reading, yaml, wordingSchema);
    return entry && knownInstrument(entry, reading.context.language);
  });
}

/** Records what participants read in an instrument. */
function noteInstrument(context: ReadContext, yaml: YamlFile, { title, questions }: InstrumentFile): void {
  const asked = questions.flatMap((question, index) =>
    [question.ask, question.hint, ...labelsOf(question)].map((text) => ({
      line: yaml.placeOf(['questions', index]).line,
      text,
    })),
  );
  // The labels of a shared scale are read once, so they are measured once.
  const different = asked.filter(({ text }, at) => asked.findIndex((other) => other.text === text) === at);
  noteTexts(context, yaml.file, [{ line: yaml.placeOf(['title']).line, text: title }, ...different]);
}

function readConsent(reading: SurveyReading, named: NamedFile): Promise<Consent | undefined> {
  return once(reading, named, async () => {
    const yaml = await open(reading, named);
    const entry = yaml && checkShape(reading.context.reading, yaml, consentSchema);
    if (!yaml || !entry) return undefined;
    const context = inFolder(reading, named);
    noteTexts(
      context,
      yaml.file,
      lines(yaml, { ...entry, declined: entry.declined.title }, ['title', 'ask', 'yes', 'no', 'declined']),
    );
    const declinedAt = yaml.placeOf(['declined', 'text']);
    return {
      entry,
      html: await readMarkdown(context, { name: entry.text, namedAt: yaml.placeOf(['text']) }),
      declinedHtml: await readMarkdown(context, { name: entry.declined.text, namedAt: declinedAt }),
    };
  });
}

/** Reads a part the first time it is named, so that a faulty part is reported once. */
async function once<T>({ parts }: SurveyReading, { path }: NamedFile, read: () => Promise<T>): Promise<T> {
  if (!parts.has(path)) parts.set(path, await read());
  return parts.get(path) as T;
}

async function open({ context, files }: SurveyReading, { path, namedAt }: NamedFile): Promise<YamlFile | undefined> {
  const yaml = await readYaml(context.reading, `${context.language}/${path}`, namedAt);
  if (yaml) files.set(path, yaml);
  return yaml;
}

function inFolder({ context }: SurveyReading, { path }: NamedFile): ReadContext {
  return {
    ...context,
    folder: posix.dirname(`${context.language}/${path}`),
  };
}

function lines<Key extends string>(yaml: YamlFile, entry: Record<Key, string>, keys: Key[]) {
  return keys.map((key) => ({ line: yaml.placeOf([key]).line, text: entry[key] }));
}
