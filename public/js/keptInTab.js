// What no save has acknowledged is kept in the tab when its page is put away, and shown by the next page of the same form: a
// reload overtakes the save that leaves with the page, and a phone may throw a page away before its save has arrived
// (docs/decisions/0026). autosave.js tells when, by events of the form.
const KEPT = 'unsaved ';
/** No longer than a session. */
const KEPT_FOR = 12 * 60 * 60_000;
/** With these the server merges as if the page before went on. */
const THREAD = ['page', 'base', 'turn'];

function inTab(use) {
  try {
    return use(window.sessionStorage);
  } catch {
    return undefined; // closed to frames in some browsers
  }
}
function keyOf(form) {
  return KEPT + new window.URL(form.action).pathname;
}
function forget(form) {
  return inTab((tab) => tab.removeItem(keyOf(form)));
}

// The form's token is another each time, and the secret under its mask the person's own: a short sum of it tells people apart.
function whose(form) {
  const token = form.elements.namedItem('_csrf')?.value ?? '';
  const bytes = [...window.atob(token.replaceAll('-', '+').replaceAll('_', '/'))].map((one) => one.charCodeAt(0));
  const half = bytes.length / 2;
  return bytes.slice(half).reduce((sum, byte, at) => (Math.imul(sum, 31) + (byte ^ bytes[at])) | 0, 7);
}

function controlsOf(form) {
  return [...form.elements].filter(({ name, type }) => name && !['hidden', 'submit'].includes(type));
}
function writtenIn(form) {
  const names = new Set(controlsOf(form).map(({ name }) => name));
  return [...new FormData(form)].filter(([name]) => names.has(name));
}
function shownIn(form) {
  const copy = form.cloneNode(true);
  copy.reset();
  return writtenIn(copy);
}

/** @param pressed a button has sent it: the next page that one is led to means that it arrived. */
function keep(form, pressed) {
  return inTab((tab) => {
    const thread = THREAD.map((name) => [name, form.elements.namedItem(name)?.value ?? '']);
    const kept = { at: Date.now(), whose: whose(form), pressed, thread, written: writtenIn(form) };
    tab.setItem(keyOf(form), JSON.stringify(kept));
  });
}

// True where that changed it.
function fillOne(control, given) {
  const [key, value] = ['checkbox', 'radio'].includes(control.type)
    ? ['checked', given.includes(control.value)]
    : ['value', given.shift() ?? ''];
  const isOther = control[key] !== value;
  control[key] = value;
  return isOther;
}

function fill(form, { thread, written }) {
  for (const [name, value] of thread) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
  const given = (name) => written.filter(([one]) => one === name).map(([, value]) => value);
  const values = Object.fromEntries(controlsOf(form).map(({ name }) => [name, given(name)]));
  for (const control of controlsOf(form).filter((one) => fillOne(one, values[one.name]))) {
    const folded = control.closest('details');
    if (folded) folded.open = true;
    control.dispatchEvent(new window.Event('input', { bubbles: true }));
  }
}

function restore(form) {
  const kept = inTab((tab) => JSON.parse(tab.getItem(keyOf(form))));
  forget(form);
  if (kept?.whose !== whose(form)) return;
  if (JSON.stringify(kept.written) !== JSON.stringify(shownIn(form))) fill(form, kept);
}

function isOld(kept, wasLedHere) {
  return !(kept.at > Date.now() - KEPT_FOR) || (kept.pressed && wasLedHere);
}
function tidy() {
  return inTab((tab) => {
    const [arrival] = performance.getEntriesByType('navigation');
    const wasLedHere = arrival?.type === 'navigate' && document.referrer.startsWith(`${location.origin}/`);
    const isOver = document.querySelector('[data-forget-unsaved]') !== null; // signed out, or erased
    for (const key of Object.keys(tab).filter((one) => one.startsWith(KEPT)))
      if (isOver || isOld(JSON.parse(tab.getItem(key)), wasLedHere)) tab.removeItem(key);
  });
}

tidy();
for (const form of document.querySelectorAll('form[data-autosave]')) {
  form.addEventListener('unacknowledged', ({ detail }) => keep(form, detail.pressed));
  form.addEventListener('acknowledged', () => forget(form));
  // Then every other script of the page listens.
  document.addEventListener('DOMContentLoaded', () => restore(form));
}
