import { readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkCourse } from '../activities/course.ts';
import type { CourseCheck } from '../content/checks/check.ts';
import { faultLine } from '../content/faults.ts';

const USAGE = `Usage: npm run content -- check [folder]
       npm run content -- preview [folder]

check    checks a course package, or every package in content/, and shows how easy its texts are to read
preview  starts the program with its trial room; open pages follow as the files of the package change
`;

/** Exit codes: 0 no faults, 1 faults found, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const [command, folder, ...rest] = args;
  if (command !== 'check' || rest.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const folders = folder === undefined ? await packagesIn('content') : [folder];
  let faults = 0;
  for (const each of folders) {
    const check = await checkCourse(each);
    process.stdout.write(report(each, check));
    faults += check.faults.length;
  }
  return faults === 0 ? 0 : 1;
}

async function packagesIn(parent: string): Promise<string[]> {
  const names = (await readdir(parent)).toSorted();
  return names.map((name) => join(parent, name)).filter((folder) => existsSync(join(folder, 'course.yaml')));
}

function report(folder: string, { faults, texts, parts, surveys }: CourseCheck): string {
  const rows = texts.map(
    ({ lix, words, file }) => `${lix.toFixed(1).padStart(6)}${String(words).padStart(7)}  ${file}\n`,
  );
  const table = rows.length === 0 ? '' : `   LIX  words  text\n${rows.join('')}`;
  const list = faults.map((fault) => `${faultLine(fault)}\n`).join('');
  const verdict =
    faults.length === 0
      ? `${folder}: no faults\n`
      : `${folder}: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}\n`;
  return `${table}${partTable(parts)}${surveyTable(surveys)}${list}${verdict}`;
}

const COLUMNS = ['short', 'whole', 'LIX', 'words', 'listed', 'links', 'phones', 'untranslated', 'others'] as const;

/** One row for each week, and for each other part of the package: see docs/content.md. */
function partTable(parts: CourseCheck['parts']): string {
  const rows = parts.map(({ part, minutes, lix, words, avoided, links, phones, untranslated, others }) => {
    const numbers = [words, avoided, links, phones, untranslated, others];
    const cells = [minutes?.short, minutes?.whole, lix?.toFixed(1), ...numbers].map((value) => String(value ?? ''));
    return tableLine(cells, part || 'course');
  });
  return rows.length === 0 ? '' : `\n${tableLine(COLUMNS, 'part')}${rows.join('')}\n`;
}

function tableLine(cells: readonly string[], part: string): string {
  const line = cells.map((cell, index) => cell.padStart(Math.max(7, (COLUMNS[index]?.length ?? 0) + 2)));
  return `${line.join('')}  ${part}\n`;
}

/** Minutes and questions of each survey; and where to get missing wording, and on what terms. */
function surveyTable(surveys: CourseCheck['surveys']): string {
  const rows = surveys.map(({ survey, minutes, questions, withoutWording }) => {
    const numbers = [minutes, questions].map((number) => String(number).padStart(9));
    const lacks = withoutWording.map(({ id }) => ` (without ${id}, as its words are missing)`);
    return `${numbers.join('')}  ${survey}${lacks.join('')}\n`;
  });
  const missing = new Map(surveys.flatMap(({ withoutWording }) => withoutWording.map((one) => [one.id, one])));
  const sources = [...missing.values()].map(
    ({ id, title, source, licence, wordsFrom }) =>
      `${id}: ${title}\n  words from: ${wordsFrom.en}\n  terms: ${licence.en}\n  source: ${source}\n`,
  );
  return rows.length === 0 ? '' : `  minutes questions  survey\n${rows.join('')}${sources.join('')}`;
}

process.exitCode = await main(process.argv.slice(2));
