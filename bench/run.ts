import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brief } from './brief.ts';
import { load } from './load.ts';
import type { Bench, Measurement } from './measure.ts';
import { slowNetwork } from './slowNetwork.ts';

const benches: Record<string, Bench> = { slowNetwork, brief, load };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0)
  throw new Error(`No bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);

const measured: Measurement[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`Measuring ${name} …\n`);
  measured.push(...(await bench()));
}
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(measured, null, 2)}\n`);

const rows = measured.map(({ what, ms, beside, besideMs, ratio, note = '' }) => [
  what,
  ms.toFixed(2),
  beside,
  besideMs.toFixed(2),
  ratio.toFixed(2),
  note,
]);
const table = [['what', 'ms', 'beside', 'ms', 'ratio', ''], ...rows];
const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of table)
  process.stdout.write(
    `${row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`,
  );
