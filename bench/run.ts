import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { delivery } from './delivery.ts';
import { lighthouse } from './lighthouse.ts';
import { evaluation } from './evaluation.ts';
import { growth } from './growth.ts';
import { launch } from './launch.ts';
import { load } from './load.ts';
import type { Bench, Measurement } from './measure.ts';
import { memory } from './memory.ts';
import { overload } from './overload.ts';
import { pages } from './pages.ts';
import { start } from './start.ts';
import { processes } from './processes.ts';
import { slowNetwork } from './slowNetwork.ts';

const benches: Record<string, Bench> = {
  launch,
  pages,
  growth,
  evaluation,
  delivery,
  start,
  memory,
  load,
  overload,
  slowNetwork,
  processes,
  lighthouse,
};

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

const rows = measured.map(({ what, unit, value, beside, besideValue, ratio, spread, note = '' }) => [
  what,
  `${value.toFixed(2)} ${unit}`,
  beside,
  `${besideValue.toFixed(2)} ${unit}`,
  ratio.toFixed(2),
  spread ? spread.map((one) => one.toFixed(2)).join('–') : '',
  note,
]);
const table = [['what', '', 'beside', '', 'ratio', 'quartiles', ''], ...rows];
for (const row of [table[0] ?? [], table[0]?.map(() => '---') ?? [], ...rows])
  process.stdout.write(`| ${row.join(' | ')} |\n`);
