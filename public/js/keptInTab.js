// What no save has acknowledged is kept in the tab when its page is put away, and shown by the next page of the same form: a
// reload overtakes the save that leaves with the page, and a phone may throw a page away before its save has arrived
// (docs/decisions/0026). autosave.js tells when, by events of the form.
const KEPT = 'unsaved ';
/** No longer than a session. */
const KEPT_FOR = 12 * 60 * 60_000;
/** With these the server merges as if the page before went on. */
const THREAD = ['page', 'base', 'turn'];

/**
 * @template T
 * @param {(tab: Storage) => T} use
 */
function inTab(use) {
  try {
    return use(sessionStorage);
  } catch {
    return undefined; // closed to frames in some browsers
  }
}
function keyOf(/** @type {HTMLFormElement} */ form) {
  return KEPT + new URL(form.action).pathname;
}
function forget(/** @type {HTMLFormElement} */ form) {
  return inTab((tab) => tab.removeItem(keyOf(form)));
}

// The form's token is another each time, and the secret under its mask the person's own: a short sum of it tells people apart.
function whose(/** @type {HTMLFormElement} */ form) {
  const token = atob(valueIn(form, '_csrf').replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Array.from(token, (one) => one.charCodeAt(0));
  const half = bytes.length / 2;
  return bytes.slice(half).reduce((sum, byte, at) => (Math.imul(sum, 31) + (byte ^ (bytes[at] ?? 0))) | 0, 7);
}

function valueIn(/** @type {HTMLFormElement} */ form, /** @type {string} */ name) {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field.value : '';
}

function controlsOf(/** @type {HTMLFormElement} */ form) {
  return [...form.elements].filter(({ name, type }) => name && !['hidden', 'submit'].includes(type));
}
function writtenIn(/** @type {HTMLFormElement} */ form) {
  const names = new Set(controlsOf(form).map(({ name }) => name));
  return fieldsOf(form).filter(([name = '']) => names.has(name));
}
function shownIn(/** @type {HTMLFormElement} */ form) {
  const copy = /** @type {HTMLFormElement} */ (form.cloneNode(true));
  copy.reset();
  return writtenIn(copy);
}
function fieldsOf(/** @type {HTMLFormElement} */ form) {
  return Array.from(new FormData(form), ([name, value]) => [name, String(value)]);
}

/** @param pressed a button has sent it: the next page that one is led to means that it arrived. */
function keep(/** @type {HTMLFormElement} */ form, /** @type {boolean} */ pressed) {
  return inTab((tab) => {
    const thread = THREAD.map((name) => [name, valueIn(form, name)]);
    const kept = { at: Date.now(), whose: whose(form), pressed, thread, written: writtenIn(form) };
    tab.setItem(keyOf(form), JSON.stringify(kept));
  });
}

// True where that changed it.
function fillOne(/** @type {Control} */ control, /** @type {string[]} */ given) {
  if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
    const checked = given.includes(control.value);
    const isOther = control.checked !== checked;
    control.checked = checked;
    return isOther;
  }
  if (!('value' in control)) return false;
  const value = given.shift() ?? '';
  const isOther = control.value !== value;
  control.value = value;
  return isOther;
}

function fill(/** @type {HTMLFormElement} */ form, /** @type {Kept} */ { thread, written }) {
  for (const [name = '', value = ''] of thread) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  const given = (/** @type {string} */ name) => written.filter(([one]) => one === name).map(([, value = '']) => value);
  const values = Object.fromEntries(controlsOf(form).map(({ name }) => [name, given(name)]));
  for (const control of controlsOf(form).filter((one) => fillOne(one, values[one.name] ?? []))) {
    const folded = control.closest('details');
    if (folded) folded.open = true;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function restore(/** @type {HTMLFormElement} */ form) {
  const kept = inTab((tab) => read(tab, keyOf(form)));
  forget(form);
  if (kept?.whose !== whose(form)) return;
  if (JSON.stringify(kept.written) !== JSON.stringify(shownIn(form))) fill(form, kept);
}

/** @returns {Kept | null} */
function read(/** @type {Storage} */ tab, /** @type {string} */ key) {
  return JSON.parse(tab.getItem(key) ?? 'null');
}

function isOld(/** @type {Kept | null} */ kept, /** @type {boolean} */ wasLedHere) {
  if (!kept) return true;
  return !(kept.at > Date.now() - KEPT_FOR) || (kept.pressed && wasLedHere);
}
function tidy() {
  return inTab((tab) => {
    const [arrival] = performance.getEntriesByType('navigation');
    const isNew = arrival instanceof PerformanceNavigationTiming && arrival.type === 'navigate';
    const wasLedHere = isNew && document.referrer.startsWith(`${location.origin}/`);
    const isOver = document.querySelector('[data-forget-unsaved]') !== null; // signed out, or erased
    for (const key of Object.keys(tab).filter((one) => one.startsWith(KEPT)))
      if (isOver || isOld(read(tab, key), wasLedHere)) tab.removeItem(key);
  });
}

tidy();
for (const form of document.querySelectorAll('form[data-autosave]')) {
  form.addEventListener('unacknowledged', ({ detail }) => keep(form, detail.pressed));
  form.addEventListener('acknowledged', () => forget(form));
  // Then every other script of the page listens.
  document.addEventListener('DOMContentLoaded', () => restore(form));
}
