// Loaded before the product: everything that asks for the time gets it shifted forward by what the file CLOCK says at
// that moment. Timers run on unchanged, as when a real clock is set.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const { now } = Date;
function late() {
  return now() + Number(readFileSync(process.env.CLOCK ?? '', 'utf8'));
}

globalThis.Date = new Proxy(Date, {
  construct: (RealDate, given) =>
    given.length > 0 ? /** @type {object} */ (Reflect.construct(RealDate, given)) : new RealDate(late()),
  get: (RealDate, name) => (name === 'now' ? late : /** @type {unknown} */ (Reflect.get(RealDate, name))),
});
