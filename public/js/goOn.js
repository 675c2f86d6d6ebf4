// A step of nothing but choices goes on by itself once all of them are made with a finger or a mouse; the page says so before
// one presses. With the keys one passes every option on the way to one's own: there, and where one has come back, one presses.
const SEEN_MS = 450;
const BY_POINTER_MS = 400;

for (const form of document.querySelectorAll('form[data-goes-on]')) {
  const note = form.querySelector('[data-goes-on-note]');
  const next = form.querySelector('button[name=intent][value=next]');
  if (!(form instanceof HTMLFormElement) || !(next instanceof HTMLButtonElement)) continue;
  if (note instanceof HTMLElement) note.hidden = false;

  let pressed = -Infinity;
  let timer = 0;
  form.addEventListener('pointerup', (event) => (pressed = event.timeStamp));
  form.addEventListener('submit', () => clearTimeout(timer));
  form.addEventListener('change', (event) => {
    clearTimeout(timer);
    const groups = [...form.querySelectorAll('fieldset.question')];
    const isAnswered = groups.every((group) => group.querySelector('input:checked'));
    if (!isAnswered || event.timeStamp - pressed > BY_POINTER_MS) return;
    // Long enough to see what was chosen, and to choose again.
    timer = setTimeout(() => {
      try {
        sessionStorage.setItem('went-on', String(Date.now()));
      } catch {
        // Storage is closed to this frame; sendOnce.js then swallows no press.
      }
      form.requestSubmit(next);
    }, SEEN_MS);
  });
}
