import type { Request } from 'express';
import { findActivity } from '../../content/find.ts';
import { HIGHEST_LIX } from '../../content/check.ts';
import type { Language } from '../../domain/viewer.ts';
import { Problem } from '../../http/problem.ts';
import { locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import { fileAddress, previewAddress } from './addresses.ts';
import { concernedByFile } from './answers/ofFile.ts';
import { warningsOf } from './answers/warnings.ts';
import type { DraftCheck } from './checking.ts';
import { hunksOf, type Files } from './differences.ts';
import { factsIn } from './facts.ts';
import { inLanguage, withoutLanguage } from './listPage.ts';
import { previewOf } from './previewPage.ts';
import { publishedFiles } from './published.ts';
import type { EditorDeps } from './routes.ts';

/** What an editor has sent that is not saved. */
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

/** One file: the field to write in, what the check says of it, and the page that it becomes. */
export async function filePage(deps: EditorDeps, { path, written, language, query }: FileInput) {
  const { draft, checkDraft } = deps;
  const text = texts[language].editing;
  const files = await draft.files();
  const file = files.get(path);
  if (!file) throw new Problem('not-found');
  const saved = String(await draft.read(file));
  const older = await olderText(deps, path, query['udgave']);
  const shown = written.text ?? older ?? saved;
  const isUnsaved = shown !== saved;
  const unsaved = isUnsaved ? { path, bytes: Buffer.from(shown) } : undefined;
  const check = await checkDraft(files, unsaved);
  const preview = await stepsOf(deps, { files, path });
  return {
    title: factsIn(shown).title || path,
    path,
    wide: true,
    action: fileAddress(path),
    value: shown,
    base: written.problem === 'conflict' ? file.hash : (written.base ?? file.hash),
    ...toldOf(check, path, language),
    answers: warningsOf(await concernedByFile(deps, { files, path, check }), texts[language]),
    minutes: minutesOf(check, factsIn(shown).id, language),
    message: messageOf(language, { written, isOlder: older !== undefined, justSaved: query['gemt'] !== undefined }),
    conflict: written.problem === 'conflict' && { text: saved, hunks: hunksOf(saved, shown, texts[language]) },
    other: otherLanguage(files, path, language),
    preview: preview && { ...preview, open: previewAddress(path, 0) },
    isChanged: (await publishedFiles(deps)).get(path)?.hash !== file.hash,
    earlier: (await draft.earlier(path)).map(({ hash, until }) => ({
      href: `${fileAddress(path)}&udgave=${hash}`,
      label: text.file.earlierUntil(timeIn(until, language)),
    })),
  };
}

/** An earlier text of this file, which only the list of the file's own earlier texts can name. */
async function olderText({ draft, contents }: EditorDeps, path: string, hash: unknown): Promise<string | undefined> {
  if (typeof hash !== 'string') return undefined;
  const isOurs = (await draft.earlier(path)).some((one) => one.hash === hash);
  const found = isOurs ? await contents.get(hash) : undefined;
  return found && String(found);
}

/** Faults in this file at their lines, those it makes elsewhere, and how hard it is to read. */
function toldOf(check: DraftCheck, path: string, language: Language) {
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
    otherFaults: check.faults
      .filter((fault) => fault.file !== path && !check.hard.includes(fault))
      .slice(0, 20)
      .map(({ file, line, message }) => ({
        href: fileAddress(file),
        file,
        message: message[language],
        label: text.line(line),
      })),
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
  justSaved: boolean;
}

function messageOf(language: Language, { written: { problem }, isOlder, justSaved }: Told) {
  const text = texts[language].editing.file;
  const titled = (kind: string, heading: string, message: string) => ({ kind, heading, message });
  if (problem === 'conflict') return titled('warning', text.conflictTitle, text.conflictText);
  if (problem === 'refused') return titled('warning', text.refusedTitle, text.refusedText);
  if (problem === 'tooLong') return titled('error', text.tooLongTitle, text.tooLongText);
  if (isOlder) return titled('info', text.earlier, text.earlierShown);
  return justSaved && problem === undefined ? titled('success', text.saved, text.savedText) : undefined;
}

function otherLanguage(files: Files, path: string, language: Language) {
  const other = path.startsWith('en/') ? 'da' : 'en';
  const there = inLanguage(withoutLanguage(path), other);
  if (there === path || !files.has(there)) return undefined;
  return { href: fileAddress(there), label: texts[language].editing.file.otherLanguage[other] };
}

/** The steps that can be looked at; undefined if the file has no page, or the draft cannot be shown. */
async function stepsOf({ draft, checkDraft }: EditorDeps, { files, path }: { files: Files; path: string }) {
  const { courses } = await checkDraft(files);
  const preview = courses && (await previewOf({ draft, files, courses, path, step: 0 }));
  const steps = preview?.steps.map((title, index) => ({ title, href: previewAddress(path, index + 1) }));
  return preview && { steps: steps && steps.length > 1 ? steps : [] };
}

export function timeIn(at: number, language: Language): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Copenhagen' } as const;
  return new Date(at).toLocaleString(locale[language], style);
}
