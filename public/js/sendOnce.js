// A form is sent once, however often its button is pressed. The first press always counts: nothing is disabled, since a
// disabled button would not be sent along. Coming back to the page (from its cache too) makes it ready again.
const SURE_TO_BE_STUCK_MS = 15_000;

function ready(/** @type {Element} */ form) {
  return form.removeAttribute('data-sending');
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.hasAttribute('data-press-again')) return;
  if (form.hasAttribute('data-sending')) {
    event.preventDefault();
    return;
  }
  form.setAttribute('data-sending', '');
  setTimeout(() => ready(form), SURE_TO_BE_STUCK_MS);
});

window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sending]').forEach(ready));
