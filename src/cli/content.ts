import { readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkCourse } from '../activities/course.ts';
import type { CourseCheck } from '../content/check.ts';
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

function report(folder: string, { faults, texts, weeks }: CourseCheck): string {
  const rows = texts.map(
    ({ lix, words, file }) => `${lix.toFixed(1).padStart(6)}${String(words).padStart(7)}  ${file}\n`,
  );
  const table = rows.length === 0 ? '' : `   LIX  words  text\n${rows.join('')}`;
  const list = faults.map((fault) => `${faultLine(fault)}\n`).join('');
  const verdict = faults.length === 0 ? `${folder}: no faults\n` : `${folder}: ${faults.length} faults\n`;
  return `${table}${weekTable(weeks)}${list}${verdict}`;
}

/** Minutes of the short way, the same with all there is for people who want more, and what that holds. */
function weekTable(weeks: CourseCheck['weeks']): string {
  const rows = weeks.map(({ module, ...week }) => {
    const numbers = [week.short, week.whole, week.words, week.pages].map((number) => String(number).padStart(7));
    return `${numbers.join('')}  ${module}\n`;
  });
  return rows.length === 0 ? '' : `  short  whole  words  pages  module\n${rows.join('')}`;
}

process.exitCode = await main(process.argv.slice(2));
