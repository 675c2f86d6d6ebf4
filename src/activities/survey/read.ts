import { posix } from 'node:path';
import type { SurveyActivity } from '../../content/course.ts';
import type { FilesRead, NamedFile, ReadContext, SurveysReader } from '../../content/activityReader.ts';
import { noteInstrument, surveyOf, type Consent, type Instrument } from './parts.ts';
import { consentSchema, instrumentSchema, surveySchema } from './schema.ts';
import { noteTexts, readMarkdown } from '../../content/texts.ts';
import { readYaml } from '../../content/module.ts';
import { checkShape } from '../../content/shape.ts';
import type { YamlFile } from '../../content/yaml.ts';

interface SurveyReading {
  context: Omit<ReadContext, 'folder'>;
  files: FilesRead;
  /** What has been read already: surveys share their consent and their instruments. */
  parts: Map<string, unknown>;
}

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
  const instruments: Instrument[] = [];
  for (const [index, name] of entry.instruments.entries()) {
    const instrument = await readInstrument(reading, {
      path: beside(name),
      namedAt: yaml.placeOf(['instruments', index]),
    });
    if (instrument) instruments.push(instrument);
  }
  return consent && instruments.length === entry.instruments.length
    ? surveyOf(entry, { consent, instruments, language: reading.context.language })
    : undefined;
}

function readInstrument(reading: SurveyReading, named: NamedFile): Promise<Instrument | undefined> {
  return once(reading, named, async () => {
    const yaml = await open(reading, named);
    const entry = yaml && checkShape(reading.context.reading, yaml, instrumentSchema);
    if (!yaml || !entry) return undefined;
    const context = inFolder(reading, named);
    noteInstrument(context, yaml, entry);
    const namedAt = yaml.placeOf(['text']);
    return { entry, html: entry.text ? await readMarkdown(context, { name: entry.text, namedAt }) : '' };
  });
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
