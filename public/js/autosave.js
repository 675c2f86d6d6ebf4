// Forms with `data-autosave` save themselves: soon after one stops writing, and when one leaves. The words about it stand in
// the page ([data-saved]); nothing that is being written is ever replaced. One save at a time, so that an earlier text can't
// overtake a later one. A press of a button waits for the save under way, and is held back once where saving fails.
const PAUSE = 2_000;
const LONGEST_WAIT = 10_000;
const SLOW = 1_000;
const RETRY = [3_000, 6_000, 12_000, 30_000, 60_000];
const GIVE_UP = 20_000;

const speaker = (form) => {
  const line = form.querySelector('[data-saved]') ?? document.createElement('p');
  const say = (state, text) => {
    line.dataset.state = state;
    if (text && line.textContent !== text) line.textContent = text;
  };
  return {
    saving: () => say('saving', line.dataset.saving),
    saved: (time) => say('saved', line.dataset.at?.replace('{time}', time)),
    waiting: () => say('waiting', navigator.onLine ? line.dataset.waiting : line.dataset.offline),
    refused: (message) => say('refused', message),
  };
};

const send = async (form, keepalive) => {
  const body = new URLSearchParams(new FormData(form));
  body.set('intent', 'save');
  const headers = { Accept: 'application/json' };
  const signal = AbortSignal.timeout?.(GIVE_UP);
  const response = await fetch(form.action, { method: 'POST', body, headers, keepalive, signal });
  if (response.status >= 500 || response.status === 429) throw new Error('later');
  return { accepted: response.ok, ...(await response.json()) };
};

// Only hidden fields: what is written stays as it is, also when it has changed meanwhile.
const fillHidden = (form, fields) => {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field?.type === 'hidden') field.value = value;
  }
};

const saver = (form, say) => {
  const state = { unsaved: false, since: 0, timer: 0, underWay: null, failures: 0, leaving: false };

  const plan = (pause) => {
    clearTimeout(state.timer);
    state.timer = setTimeout(save, pause);
  };
  const received = ({ accepted, savedAt, fields = {}, message, withheld }) => {
    state.failures = 0;
    fillHidden(form, fields);
    if (accepted) return say.saved(savedAt);
    // The same again would get the same answer: tell what the server says, and save when more is written.
    state.unsaved ||= !savedAt || withheld;
    say.refused(message);
  };
  const failed = () => {
    state.unsaved = true;
    say.waiting();
    plan(RETRY[Math.min(state.failures++, RETRY.length - 1)]);
  };
  const post = async (keepalive) => {
    const slow = setTimeout(say.saving, SLOW);
    await send(form, keepalive).then(received).catch(failed);
    clearTimeout(slow);
    state.underWay = null;
    if (state.since && !state.failures) plan(document.hidden ? 0 : PAUSE);
  };
  const save = (keepalive = false) => {
    clearTimeout(state.timer);
    if (state.underWay || state.leaving || !state.unsaved) return;
    Object.assign(state, { unsaved: false, since: 0, underWay: post(keepalive) });
  };
  const written = () => {
    state.unsaved = true;
    state.since ||= Date.now(); // when the first unsaved word was written
    const longest = state.since + LONGEST_WAIT - Date.now();
    if (!state.underWay && !state.failures) plan(Math.max(0, Math.min(PAUSE, longest)));
  };
  return { state, save, written };
};

// Since the page came: also what was written before this script was here.
const isChanged = (form) =>
  [...form.elements].some((field) =>
    ['checkbox', 'radio'].includes(field.type)
      ? field.checked !== field.defaultChecked
      : 'defaultValue' in field && field.type !== 'hidden' && field.value !== field.defaultValue,
  );

const watch = (form) => {
  const say = speaker(form);
  const { state, save, written } = saver(form, say);
  let held = false;

  form.addEventListener('input', written);
  form.addEventListener('submit', async (event) => {
    if (navigator.onLine && !state.underWay && (!state.failures || held)) {
      state.leaving = true;
      setTimeout(() => (state.leaving = false), GIVE_UP); // still here: the press did not lead anywhere
      return;
    }
    event.preventDefault();
    save();
    await state.underWay;
    held = state.failures > 0;
    if (held || !navigator.onLine) say.waiting();
    else form.requestSubmit(event.submitter);
  });
  document.addEventListener('visibilitychange', () => document.hidden && save(true));
  // Another script is about to leave the page, and waits for what is put into the list.
  const saveAll = async () => {
    await state.underWay;
    state.unsaved ||= isChanged(form);
    save();
    await state.underWay;
    if (state.failures) throw new Error('not saved');
  };
  document.addEventListener('leaving', ({ detail: saves }) => saves.push(saveAll()));
  window.addEventListener('online', () => save());
  window.addEventListener('pageshow', () => (state.leaving = false));
  window.addEventListener('beforeunload', (event) => state.unsaved && !state.leaving && event.preventDefault());
};

document.querySelectorAll('form[data-autosave]').forEach(watch);
