import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BadContent, type Fault } from '../../src/content/faults.ts';
import { loadCourse } from '../../src/activities/course.ts';

const PREP = `kind: prep
id: modul-1-forberedelse
title: Forberedelse
intro: Kort og godt.
steps:
  - id: se
    title: Se en film
    minutes: 3
    video:
      title: Velkommen
      file: film.mp4
      poster: film.jpg
      captions: film.vtt
      transcript: film.md
      seconds: 5
    text: tekst.md
  - id: svar
    title: Svar
    minutes: 4
    questions:
      - kind: text
        id: haab
        ask: Hvad er dit håb?
        required: true
      - kind: one
        id: valg
        ask: Hvilken?
        options:
          - { id: en, label: Den ene }
          - { id: to, label: Den anden }
      - kind: many
        id: flere
        ask: Hvilke?
        hint: Gerne flere.
        options:
          - { id: en, label: Den ene }
          - { id: to, label: Den anden }
      - kind: scale
        id: tro
        ask: Hvor meget?
        labels: [Slet ikke, Lidt, Noget, Meget, Helt]
`;

/** A small package with everything in it, by path. */
export const sampleFiles: Record<string, string> = {
  'course.yaml': `id: eksempel
title:
  da: Eksempel
  en: Example
mediaHosts: [video.example.dk]
modules: [modul-1]
hardMoments: svaert.md
notice: { file: data.md, version: 1, date: 2026-11-22 }
`,
  'da/svaert.md': 'Ring til Livslinien på 70 201 201 eller til din læge. Ring 112 ved fare.\n',
  'en/svaert.md': 'Call Livslinien on 70 201 201, or your doctor. Call 112 in danger.\n',
  'da/data.md': 'Vi gemmer dit navn. Du kan klage til Datatilsynet.\n',
  'en/data.md': 'We keep your name. You can complain to Datatilsynet.\n',
  'da/modul-1/module.yaml': 'title: Uge et\nsummary: Den første uge.\nactivities:\n  - prep.yaml\n',
  'da/modul-1/prep.yaml': PREP,
  'da/modul-1/tekst.md': '# Hej\n\nDu er **god** nok.\n',
  'da/modul-1/film.md': 'Hej med dig.\n',
  'en/modul-1/module.yaml': 'title: Week one\nsummary: The first week.\nactivities:\n  - prep.yaml\n',
  'en/modul-1/prep.yaml': PREP.replace('Hvad er dit håb?', 'What do you hope?'),
  'en/modul-1/tekst.md': 'You are fine.\n',
  'en/modul-1/film.md': 'Hello.\n',
  'media/film.mp4': 'a film',
  'media/film.jpg': 'a picture',
  'media/film.vtt': 'WEBVTT\n\n00:00.500 --> 00:02.000\nHej\n\n00:02.500 --> 00:04.000\nmed dig\n',
};

/** Path to new content, or to nothing for a file that is missing. */
export type Changes = Record<string, string | Uint8Array | undefined>;

/** Runs `use` on the sample package, changed, in a folder of its own. */
export async function withPackage<T>(changes: Changes, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'course-'));
  try {
    await writePackage(folder, changes);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Writes the sample package, changed, into a folder. */
export async function writePackage(folder: string, changes: Changes = {}): Promise<void> {
  for (const [path, content] of Object.entries({ ...sampleFiles, ...changes })) {
    if (content === undefined) continue;
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** The sample's file with one passage replaced; throws where the passage is not in it. */
export function changed(path: string, before: string, after: string): Changes {
  const content = sampleFiles[path];
  if (!content?.includes(before)) throw new Error(`${path} does not hold ${before}`);
  return { [path]: content.replace(before, after) };
}

/** The faults of the sample package, changed, as `path:line: message` with paths inside the package. */
export async function faultsOf(changes: Changes): Promise<string[]> {
  return (await bothFaultsOf(changes)).map(({ en }) => en);
}

/** The same in both languages. */
export async function bothFaultsOf(changes: Changes): Promise<Record<'da' | 'en', string>[]> {
  return withPackage(changes, async (folder) => {
    try {
      await loadCourse(folder);
      return [];
    } catch (error) {
      if (!(error instanceof BadContent)) throw error;
      return error.faults.map((fault) => inPackage(fault, folder));
    }
  });
}

function inPackage({ file, line, message }: Fault, folder: string): Record<'da' | 'en', string> {
  const told = (words: string) => `${file.slice(folder.length + 1)}:${line}: ${words.replaceAll(`${folder}/`, '')}`;
  return { da: told(message.da), en: told(message.en) };
}
