import type { Request } from 'express';
import { findActivity } from '../../content/find.ts';
import { HIGHEST_LIX } from '../../content/checks/check.ts';
import type { Language } from '../../domain/viewer.ts';
import { Problem } from '../../http/problem.ts';
import { locale } from '../../text/locale.ts';
import { texts, type Text } from '../../text/texts.ts';
import { fileAddress, nameAddress, previewAddress } from './addresses.ts';
import { concernedByFile } from './answers/ofFile.ts';
import { warningsOf } from './answers/warnings.ts';
import type { DraftCheck } from './checking.ts';
import { hunksOf } from './differences.ts';
import { factsIn, factsOf } from './facts.ts';
import { calledIn, type Titles } from './names.ts';
import { inLanguage, withoutLanguage } from './paths.ts';
import { previewOf } from './previewPage.ts';
import { publishedFiles } from './published.ts';
import { shownFaults } from './shownFaults.ts';
import type { VersionFile, Files } from './store/versions.ts';
import type { EditorDeps } from './deps.ts';

/** A posted text that was not saved. */
export interface Written {
  text?: string;
  /** Hash of the content that the editor began with. */
  base?: string;
  problem?: 'refused' | 'conflict' | 'tooLong' | 'check';
}

interface FileInput {
  path: string;
  written: Written;
  language: Language;
  query: Request['query'];
}

/** One file: the field to write in, its faults, and a preview of its page. */
export async function filePage(deps: EditorDeps, { path, written, language, query }: FileInput) {
  const { draft, checkDraft } = deps;
  const text = texts[language];
  const files = await draft.files();
  const found = files.get(path);
  // Someone else may have removed it while this editor wrote.
  if (!found && written.text === undefined) throw new Problem('not-found');
  const saved = found ? String(await draft.read(found)) : '';
  const older = await olderText(deps, path, query['udgave']);
  const shown = written.text ?? older ?? saved;
  const check = await checkDraft(files, shown === saved ? undefined : { path, bytes: Buffer.from(shown) });
  const titles = await factsOf(draft, files);
  const isConflict = written.problem === 'conflict';
  return {
    title: factsIn(shown).title || calledIn(withoutLanguage(path), titles, language).name,
    path,
    wide: true,
    ...helpWith(path, text),
    action: fileAddress(path),
    value: shown,
    ...toldOf(check, { path, titles, language }),
    answers: warningsOf(await concernedByFile(deps, { files, path, check }), text),
    minutes: minutesOf(check, factsIn(shown).id, language),
    message: messageOf(language, { written, isOlder: older !== undefined, isGone: !found, query }),
    conflict: found && isConflict && { text: saved, hunks: hunksOf(saved, shown, text) },
    other: otherLanguage(files, path, language),
    preview: await stepsOf(deps, { files, path, step: Number(query['trin']) || 0 }),
    naming: nameAddress(path),
    ...(await hashesOf(deps, found, { path, written })),
    earlier: (await draft.earlier(path)).map(({ hash, until }) => ({
      href: `${fileAddress(path)}&udgave=${hash}`,
      label: text.editing.file.earlierUntil(timeIn(until, language)),
    })),
  };
}

/** How a file of this kind is written. */
function helpWith(path: string, { editing: { file, words } }: Text) {
  const kind = path.endsWith('.md') ? 'md' : path.endsWith('.vtt') ? 'vtt' : 'yaml';
  const known = { yaml: [...words.list, ...words.inTexts], md: words.inTexts, vtt: [] };
  return { hint: file.hint[kind], words: known[kind] };
}

/** The content that the next save builds on, and whether there is a published content to return to. */
async function hashesOf(
  deps: EditorDeps,
  file: VersionFile | undefined,
  { path, written }: Pick<FileInput, 'path' | 'written'>,
) {
  const hash = file?.hash ?? '';
  const published = (await publishedFiles(deps)).get(path);
  return { base: written.problem === 'conflict' ? hash : (written.base ?? hash), isChanged: published?.hash !== hash };
}

/** An earlier text of this file; undefined for any hash that is not in the file's own list. */
async function olderText({ draft, contents }: EditorDeps, path: string, hash: unknown): Promise<string | undefined> {
  if (typeof hash !== 'string') return undefined;
  const isOurs = (await draft.earlier(path)).some((one) => one.hash === hash);
  const found = isOurs ? await contents.get(hash) : undefined;
  return found && String(found);
}

/** Faults in this file with their lines, faults that it causes elsewhere, and how hard it is to read. */
function toldOf(check: DraftCheck, { path, titles, language }: { path: string; titles: Titles; language: Language }) {
  const text = texts[language].editing.file;
  const mine = check.faults.filter((fault) => fault.file === path);
  const lix = check.texts.find((one) => one.file === path && one.words > 0);
  return {
    faults: mine.map((fault) => ({
      line: fault.line,
      message: fault.message[language],
      label: text.line(fault.line),
      isHard: check.hard.includes(fault),
    })),
    otherFaults: shownFaults(
      check.faults.filter((fault) => fault.file !== path && !check.hard.includes(fault)).slice(0, 20),
      titles,
      language,
    ),
    lix: lix && text.lix(lix.lix.toLocaleString(locale[language], { maximumFractionDigits: 1 }), lix.words),
    isHard: lix !== undefined && lix.lix > HIGHEST_LIX,
  };
}

function minutesOf({ courses }: DraftCheck, id: string, language: Language): string {
  const minutes = courses && findActivity(courses.da, id)?.minutes;
  return minutes === undefined ? '' : texts[language].editing.file.minutes(minutes);
}

interface Told {
  written: Written;
  isOlder: boolean;
  isGone: boolean;
  query: Request['query'];
}

function messageOf(language: Language, { written: { problem }, isOlder, isGone, query }: Told) {
  const { file: text, pages, naming } = texts[language].editing;
  const titled = (kind: string, heading: string, message: string) => ({ kind, heading, message });
  if (problem === 'conflict' && isGone) return titled('warning', text.goneTitle, text.goneText);
  if (problem === 'conflict') return titled('warning', text.conflictTitle, text.conflictText);
  if (problem === 'refused') return titled('warning', text.refusedTitle, text.refusedText);
  if (problem === 'tooLong') return titled('error', text.tooLongTitle, text.tooLongText);
  if (isOlder) return titled('info', text.earlier, text.earlierShown);
  if (problem !== undefined) return undefined;
  const done = [
    ['ny', pages.made, pages.madeText],
    ['spurgt', pages.asked, pages.askedText],
    ['omdoebt', naming.renamed, naming.renamedText],
    ['tilbage', naming.restored, naming.restoredText],
    ['gemt', text.saved, text.savedText],
  ] as const;
  const now = done.find(([name]) => query[name] !== undefined);
  return now && titled('success', now[1], now[2]);
}

function otherLanguage(files: Files, path: string, language: Language) {
  const other = path.startsWith('en/') ? 'da' : 'en';
  const there = inLanguage(withoutLanguage(path), other);
  if (there === path || !files.has(there)) return undefined;
  return { href: fileAddress(there), label: texts[language].editing.file.otherLanguage[other] };
}

/** The steps that can be looked at; undefined if the file has no page, or the draft cannot be shown. */
async function stepsOf(
  { draft, checkDraft }: EditorDeps,
  { files, path, step }: { files: Files; path: string; step: number },
) {
  const { courses } = await checkDraft(files);
  const preview = courses && (await previewOf({ draft, files, courses, path, step: 0 }));
  const steps = preview?.steps.map((title, index) => ({ title, href: previewAddress(path, index + 1) }));
  return preview && { steps: steps && steps.length > 1 ? steps : [], open: previewAddress(path, step) };
}

export function timeIn(at: number, language: Language): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Copenhagen' } as const;
  return new Date(at).toLocaleString(locale[language], style);
}
