import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of a wave and a column: how many have a number, and the mean with two decimals. */
type Means = Record<string, string>;

interface Asked {
  /** Holds `data.csv` and the program's own commands. */
  folder: string;
  columns: readonly string[];
}

const waves = ['foer', 'efter', '3-maaneder'];

/** Statistics programs that read the rows by the commands that come with them. */
export const programs = {
  R: { command: 'Rscript', syntax: 'data.R', meansOf: meansInR },
  PSPP: { command: 'pspp', syntax: 'data.sps', meansOf: meansInPspp },
} as const;

export function isHere(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function meansInR({ folder, columns }: Asked): Means {
  const names = (all: readonly string[]) => all.map((one) => JSON.stringify(one)).join(', ');
  const script = `source("data.R", encoding = "UTF-8")
for (column in c(${names(columns)})) for (wave in c(${names(waves)})) {
  x <- as.numeric(d[[column]][d$wave == wave])
  if (any(!is.na(x))) cat(wave, column, sum(!is.na(x)), sprintf("%.2f\\n", mean(x, na.rm = TRUE)))
}`;
  writeFileSync(join(folder, 'means.R'), script);
  const out = execFileSync('Rscript', ['means.R'], { cwd: folder, encoding: 'utf8' });
  return Object.fromEntries(out.trim().split('\n').map((line) => line.split(' ')).map(([wave, column, n, mean]) => [`${wave} ${column}`, `${n} ${mean}`])); // prettier-ignore
}

function meansInPspp({ folder, columns }: Asked): Means {
  const sums = columns.map((column, index) => `/n${index}=N(${column}) /m${index}=MEAN(${column})`).join(' ');
  const commands = `${readFileSync(join(folder, 'data.sps'), 'utf8')}
AGGREGATE OUTFILE=* /BREAK=wave ${sums}.
SAVE TRANSLATE /OUTFILE='means.csv' /TYPE=CSV /REPLACE /FIELDNAMES.
`;
  writeFileSync(join(folder, 'means.sps'), commands);
  execFileSync('pspp', ['-o', 'out.txt', 'means.sps'], { cwd: folder, encoding: 'utf8' });
  const [, ...lines] = readFileSync(join(folder, 'means.csv'), 'utf8').trim().split(/\r?\n/);
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [wave = '', ...cells] = line.split(',').map((cell) => cell.trim());
      return columns.flatMap((column, index): [string, string][] => {
        const [n, mean] = [Number(cells[2 * index]), Number(cells[2 * index + 1])];
        return n > 0 ? [[`${wave} ${column}`, `${n} ${mean.toFixed(2)}`]] : [];
      });
    }),
  );
}
