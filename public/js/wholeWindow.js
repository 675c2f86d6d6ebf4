// Where the course does not make its frame as high as the page asks for (frame.js), one reads a long page through a hole. This
// notices it and shows one link, which takes the session to the whole window: cookies of a frame and of the window around it
// are often kept apart, so a ticket that works once is fetched in the frame, and posted from there into the window.
const MUCH_HIGHER = 1.5;
/** For the course to answer; it is then known for the pages after this one. */
const WAIT = 600;
const KNOWN = 'low-frame';

const form = document.querySelector('form[data-whole-window]');

// Storage is often closed to frames.
const known = {
  read: () => {
    try {
      return sessionStorage.getItem(KNOWN) !== null;
    } catch {
      return false;
    }
  },
  note: () => {
    try {
      sessionStorage.setItem(KNOWN, '');
    } catch {
      // Found out on each page.
    }
  },
};

function judge() {
  const isLow = document.documentElement.getBoundingClientRect().height > window.innerHeight * MUCH_HIGHER;
  if (isLow) known.note();
  if (form) form.hidden = !isLow;
}

function everythingSaved() {
  /** @type {Promise<void>[]} */
  const saves = [];
  document.dispatchEvent(new CustomEvent('leaving', { detail: saves }));
  return Promise.all(saves);
}

async function goOn(/** @type {HTMLFormElement} */ form) {
  say('');
  try {
    await everythingSaved();
    const body = new URLSearchParams({ _csrf: field(form, '_csrf').value });
    const headers = { Accept: 'application/json' };
    const response = await fetch(form.dataset.wholeWindow ?? '', { method: 'POST', body, headers });
    if (!response.ok) throw new Error(String(response.status));
    const ticket = field(form, 'ticket');
    ticket.value = (await response.json()).ticket;
    form.submit();
    ticket.value = '';
  } catch {
    say(form.dataset.failed ?? '');
  }
}

function say(/** @type {string} */ words) {
  const status = form?.querySelector('[role=status]');
  if (status) status.textContent = words;
}

function field(/** @type {HTMLFormElement} */ form, /** @type {string} */ name) {
  const found = form.elements.namedItem(name);
  if (found instanceof HTMLInputElement) return found;
  throw new Error(`no ${name}`);
}

if (form && window.parent !== window) {
  if (known.read()) judge();
  window.addEventListener('load', () => setTimeout(judge, WAIT));
  window.addEventListener('resize', judge);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void goOn(form);
  });
}
