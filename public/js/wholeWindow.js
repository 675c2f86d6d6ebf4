// Where the course does not make its frame as high as the page asks for (frame.js), one reads a long page through a hole. This
// notices it and shows one link, which takes the session to the whole window: cookies of a frame and of the window around it
// are often kept apart, so a ticket that works once is fetched in the frame, and posted from there into the window.
const MUCH_HIGHER = 1.5;
/** For the course to answer; it is then known for the pages after this one. */
const WAIT = 600;
const KNOWN = 'low-frame';

const form = document.querySelector('[data-whole-window]');
const status = form?.querySelector('[role=status]');

// Storage is often closed to frames.
const known = {
  read: () => {
    try {
      return window.sessionStorage.getItem(KNOWN) !== null;
    } catch {
      return false;
    }
  },
  note: () => {
    try {
      window.sessionStorage.setItem(KNOWN, '');
    } catch {
      // Found out on each page.
    }
  },
};

function judge() {
  const isLow = document.documentElement.getBoundingClientRect().height > window.innerHeight * MUCH_HIGHER;
  if (isLow) known.note();
  form.hidden = !isLow;
}

function everythingSaved() {
  const saves = [];
  document.dispatchEvent(new window.CustomEvent('leaving', { detail: saves }));
  return Promise.all(saves);
}

async function goOn(event) {
  event.preventDefault();
  status.textContent = '';
  try {
    await everythingSaved();
    const { _csrf, ticket } = form.elements;
    const body = new URLSearchParams({ _csrf: _csrf.value });
    const headers = { Accept: 'application/json' };
    const response = await fetch(form.dataset.wholeWindow, { method: 'POST', body, headers });
    if (!response.ok) throw new Error(String(response.status));
    ticket.value = (await response.json()).ticket;
    form.submit();
    ticket.value = '';
  } catch {
    status.textContent = form.dataset.failed;
  }
}

if (form && window.parent !== window) {
  if (known.read()) judge();
  window.addEventListener('load', () => setTimeout(judge, WAIT));
  window.addEventListener('resize', judge);
  form.addEventListener('submit', (event) => void goOn(event));
}
