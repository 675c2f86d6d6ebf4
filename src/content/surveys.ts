import { posix } from 'node:path';
import type { SurveyActivity } from './course.ts';
import type { Place } from './faults.ts';
import type { ReadContext } from './kinds/reader.ts';
import { noteInstrument, surveyOf, type Consent, type Instrument } from './kinds/survey.ts';
import { consentSchema, instrumentSchema, surveySchema } from './kinds/surveySchema.ts';
import { noteTexts, readMarkdown } from './kinds/texts.ts';
import { readYaml, type FilesRead } from './module.ts';
import { checkShape } from './shape.ts';
import type { YamlFile } from './yaml.ts';

interface Named {
  /** Path below the language's folder. */
  path: string;
  namedAt: Place;
}

interface SurveyReading {
  context: Omit<ReadContext, 'folder'>;
  files: FilesRead;
  /** What was read before: surveys share their consent and their instruments. */
  parts: Map<string, unknown>;
}

/** Reads the surveys of a course in one language. Notes faults; returns what could be read. */
export async function readSurveys(
  context: SurveyReading['context'],
  files: FilesRead,
  named: Named[],
): Promise<SurveyActivity[]> {
  const reading: SurveyReading = { context, files, parts: new Map() };
  const surveys = [];
  for (const one of named) {
    const survey = await readSurvey(reading, one);
    if (survey) surveys.push(survey);
  }
  return surveys;
}

async function readSurvey(reading: SurveyReading, named: Named): Promise<SurveyActivity | undefined> {
  const yaml = await open(reading, named);
  const entry = yaml && checkShape(reading.context.reading, yaml, surveySchema);
  if (!yaml || !entry) return undefined;
  noteTexts(inFolder(reading, named), yaml.file, lines(yaml, entry, ['title', 'intro']));
  const beside = (name: string) => posix.join(posix.dirname(named.path), name);
  const consent = await readConsent(reading, { path: beside(entry.consent), namedAt: yaml.placeOf(['consent']) });
  const instruments: Instrument[] = [];
  for (const [index, name] of entry.instruments.entries()) {
    const instrument = await readInstrument(reading, { path: beside(name), namedAt: yaml.placeOf(['instruments', index]) });
    if (instrument) instruments.push(instrument);
  }
  return consent && instruments.length === entry.instruments.length ? surveyOf(entry, { consent, instruments }) : undefined;
}

const readInstrument = (reading: SurveyReading, named: Named): Promise<Instrument | undefined> =>
  once(reading, named, async () => {
    const yaml = await open(reading, named);
    const entry = yaml && checkShape(reading.context.reading, yaml, instrumentSchema);
    if (!yaml || !entry) return undefined;
    const context = inFolder(reading, named);
    noteInstrument(context, yaml, entry);
    const namedAt = yaml.placeOf(['text']);
    return { entry, html: entry.text ? await readMarkdown(context, { name: entry.text, namedAt }) : '' };
  });

const readConsent = (reading: SurveyReading, named: Named): Promise<Consent | undefined> =>
  once(reading, named, async () => {
    const yaml = await open(reading, named);
    const entry = yaml && checkShape(reading.context.reading, yaml, consentSchema);
    if (!yaml || !entry) return undefined;
    const context = inFolder(reading, named);
    noteTexts(context, yaml.file, lines(yaml, { ...entry, declined: entry.declined.title }, ['title', 'ask', 'yes', 'no', 'declined']));
    const declinedAt = yaml.placeOf(['declined', 'text']);
    return {
      entry,
      html: await readMarkdown(context, { name: entry.text, namedAt: yaml.placeOf(['text']) }),
      declinedHtml: await readMarkdown(context, { name: entry.declined.text, namedAt: declinedAt }),
    };
  });

/** Reads a part the first time it is named; a part with faults is reported once. */
async function once<T>({ parts }: SurveyReading, { path }: Named, read: () => Promise<T>): Promise<T> {
  if (!parts.has(path)) parts.set(path, await read());
  return parts.get(path) as T;
}

async function open({ context, files }: SurveyReading, { path, namedAt }: Named): Promise<YamlFile | undefined> {
  const yaml = await readYaml(context.reading, `${context.language}/${path}`, namedAt);
  if (yaml) files.set(path, yaml);
  return yaml;
}

const inFolder = ({ context }: SurveyReading, { path }: Named): ReadContext => ({
  ...context,
  folder: posix.dirname(`${context.language}/${path}`),
});

const lines = <Key extends string>(yaml: YamlFile, entry: Record<Key, string>, keys: Key[]) =>
  keys.map((key) => ({ line: yaml.placeOf([key]).line, text: entry[key] }));
