// Forms with `data-autosave` save themselves: soon after one stops writing, and when one leaves. The page has the words
// about it ([data-saved]); nothing that is being written is ever replaced. One save at a time; only a page that is put away does
// not wait for its turn. Each save says when it was sent (`turn`), so that on the server an earlier text can't overtake a later
// one. A press of a button waits for the saves under way, and is held back once where saving fails.
const PAUSE = 2_000;
const LONGEST_WAIT = 10_000;
const SLOW = 1_000;
const RETRY = [3_000, 6_000, 12_000, 30_000, 60_000];
const GIVE_UP = 20_000;
/** Browsers refuse more than 64 kB that is to outlive its page; what is larger may still arrive. */
const MOST_KEPT_ALIVE = 60_000;
/** The server takes no longer form (src/http/roomRouter.ts), and would show it on a page without its fields. */
const LONGEST = 200 * 1024;

function speaker(/** @type {HTMLFormElement} */ form) {
  const line = form.querySelector('[data-saved]') ?? document.createElement('p');
  const say = (/** @type {string} */ state, /** @type {string | undefined} */ text) => {
    line.dataset.state = state;
    if (text && line.textContent !== text) line.textContent = text;
  };
  // Only this script saves by itself: before it runs, the page promises no more than it can hold.
  const { time, byItself } = line.dataset;
  if (time) line.textContent = line.dataset.at?.replace('{time}', time) ?? '';
  else if (byItself) line.textContent = byItself;
  return {
    saving: () => say('saving', line.dataset.saving),
    saved: (/** @type {string} */ time) => say('saved', line.dataset.at?.replace('{time}', time)),
    waiting: () => say('waiting', navigator.onLine ? line.dataset.waiting : line.dataset.offline),
    refused: (/** @type {string} */ message) => say('refused', message),
    tooLong: () => say('refused', line.dataset.tooLong),
  };
}

// Later than every one before, also where a clock is set back.
function takeTurn(/** @type {HTMLFormElement} */ form) {
  const field = hidden(form, 'turn');
  const turn = Math.max(Number(field?.value ?? 0) + 1, Date.now());
  if (field) field.value = String(turn);
  return turn;
}

function hidden(/** @type {HTMLFormElement} */ form, /** @type {string} */ name) {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement && field.type === 'hidden' ? field : undefined;
}

function bodyOf(/** @type {HTMLFormElement} */ form) {
  const body = new URLSearchParams(Array.from(new FormData(form), ([name, value]) => [name, String(value)]));
  body.set('intent', 'save');
  return body;
}

function isTooLong(/** @type {HTMLFormElement} */ form) {
  return String(bodyOf(form)).length > LONGEST;
}

/** @returns {Promise<SaveAnswer>} */
async function send(/** @type {HTMLFormElement} */ form, /** @type {boolean} */ leaves) {
  const body = bodyOf(form);
  const keepalive = leaves && String(body).length <= MOST_KEPT_ALIVE;
  const headers = { Accept: 'application/json' };
  const signal = AbortSignal.timeout?.(GIVE_UP);
  const response = await fetch(form.action, { method: 'POST', body, headers, keepalive, signal });
  if (response.status >= 500 || response.status === 429) throw new Error('later');
  return { accepted: response.ok, ...(await response.json()) };
}

// Only hidden fields: what is written stays as it is, also when it has changed meanwhile.
function fillHidden(/** @type {HTMLFormElement} */ form, /** @type {Record<string, string>} */ fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = hidden(form, name);
    if (field) field.value = value;
  }
}

/** @param {{ pressed: boolean }} [detail] */
function tell(/** @type {HTMLFormElement} */ form, /** @type {string} */ name, detail) {
  return form.dispatchEvent(new CustomEvent(name, { detail }));
}

function fresh() {
  return {
    unsaved: false,
    since: 0, // when the first unsaved word was written
    timer: 0,
    /** @type {Promise<unknown> | null} */
    underWay: null,
    open: 0, // how many saves are under way
    turn: 0, // of the last save that was sent
    ended: 0, // turn of the latest save that has ended
    failures: 0,
    held: false, // a press was held back, as saving fails
    leaving: false,
  };
}

/**
 * What the end of a save means; nothing, where a later one has ended already.
 * @param {HTMLFormElement} form
 * @param {{ say: ReturnType<typeof speaker>, state: ReturnType<typeof fresh>, plan: (pause: number) => void }} parts
 */
function endings(form, { say, state, plan }) {
  return {
    received: (
      /** @type {number} */ turn,
      /** @type {SaveAnswer} */ { accepted, savedAt = '', fields = {}, message = '', withheld = false },
    ) => {
      if (turn < state.ended) return;
      state.ended = turn;
      state.failures = 0;
      fillHidden(form, fields);
      if (accepted && !state.unsaved && turn === state.turn) tell(form, 'acknowledged');
      if (accepted) return say.saved(savedAt);
      // The same again would get the same answer: tell what the server says, and save when more is written.
      state.unsaved ||= !savedAt || withheld;
      say.refused(message);
    },
    failed: (/** @type {number} */ turn) => {
      if (turn < state.ended) return;
      Object.assign(state, { ended: turn, unsaved: true });
      tell(form, 'unacknowledged', { pressed: false });
      say.waiting();
      plan(RETRY[Math.min(state.failures++, RETRY.length - 1)] ?? 0);
    },
  };
}

function saver(/** @type {HTMLFormElement} */ form, /** @type {ReturnType<typeof speaker>} */ say) {
  const state = fresh();
  const plan = (/** @type {number} */ pause) => {
    clearTimeout(state.timer);
    state.timer = setTimeout(save, pause);
  };
  const { received, failed } = endings(form, { say, state, plan });
  const post = async (/** @type {boolean} */ leaves) => {
    const turn = (state.turn = takeTurn(form));
    const slow = setTimeout(say.saving, SLOW);
    await send(form, leaves)
      .then((answer) => received(turn, answer))
      .catch(() => failed(turn));
    clearTimeout(slow);
    state.open -= 1;
    if (state.open > 0) return;
    state.underWay = null;
    if (state.since && !state.failures) plan(document.hidden ? 0 : PAUSE);
  };
  const save = (leaves = false) => {
    clearTimeout(state.timer);
    if (state.leaving || !state.unsaved || (state.underWay && !leaves)) return;
    if (isTooLong(form)) return say.tooLong();
    Object.assign(state, { unsaved: false, since: 0, open: state.open + 1 });
    state.underWay = Promise.all([state.underWay, post(leaves)]);
  };
  const written = () => {
    state.unsaved = true;
    state.since ||= Date.now();
    const longest = state.since + LONGEST_WAIT - Date.now();
    if (!state.underWay && !state.failures) plan(Math.max(0, Math.min(PAUSE, longest)));
  };
  return { state, save, written };
}

// Since the page came: also what was written before this script was here.
function isChanged(/** @type {HTMLFormElement} */ form) {
  return [...form.elements].some((field) =>
    'defaultChecked' in field && ['checkbox', 'radio'].includes(field.type)
      ? field.checked !== field.defaultChecked
      : 'defaultValue' in field && field.type !== 'hidden' && field.value !== field.defaultValue,
  );
}

function withTurn(/** @type {HTMLFormElement} */ form) {
  const field = { type: 'hidden', name: 'turn', value: '0', autocomplete: 'off' };
  form.append(Object.assign(document.createElement('input'), field));
}

/**
 * The words stay in their fields, where they can be made fewer.
 * @param {HTMLFormElement} form
 * @param {{ say: ReturnType<typeof speaker>, state: ReturnType<typeof fresh> }} parts
 */
function holdTooLong(form, { say, state }) {
  form.addEventListener('submit', (event) => {
    if (!isTooLong(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    state.unsaved = true;
    say.tooLong();
  });
}

function watch(/** @type {HTMLFormElement} */ form) {
  withTurn(form);
  const say = speaker(form);
  const { state, save, written } = saver(form, say);

  form.addEventListener('input', written);
  holdTooLong(form, { say, state });
  form.addEventListener('submit', async (event) => {
    if (navigator.onLine && !state.underWay && (!state.failures || state.held)) {
      state.leaving = true;
      takeTurn(form);
      if (state.unsaved) tell(form, 'unacknowledged', { pressed: true });
      setTimeout(() => (state.leaving = false), GIVE_UP); // still here: the press did not lead anywhere
      return;
    }
    event.preventDefault();
    if (!navigator.onLine) state.unsaved = true; // a button that is an answer, too
    save();
    await state.underWay;
    state.held = state.failures > 0;
    if (state.held || !navigator.onLine) say.waiting();
    else form.requestSubmit(event.submitter);
  });
  const putAway = () => {
    if ((state.unsaved || state.underWay) && !state.leaving) tell(form, 'unacknowledged', { pressed: false });
    save(true);
  };
  document.addEventListener('visibilitychange', () => document.hidden && putAway());
  window.addEventListener('pagehide', putAway);
  // Another script is about to leave the page, and waits for what is put into the list.
  const saveAll = async () => {
    await state.underWay;
    state.unsaved ||= isChanged(form);
    save();
    await state.underWay;
    if (state.failures || state.unsaved) throw new Error('not saved');
  };
  document.addEventListener('leaving', ({ detail: saves }) => saves.push(saveAll()));
  window.addEventListener('online', () => save());
  window.addEventListener('pageshow', () => (state.leaving = false));
  window.addEventListener('beforeunload', (event) => state.unsaved && !state.leaving && event.preventDefault());
}

document.querySelectorAll('form[data-autosave]').forEach(watch);
