// The card of a plan builds up while one writes it: what is in the form is in the card, and a line without words is not there.
const card = document.querySelector('[data-growing-card]');
const form = card?.closest('form');

/** What a question's field holds: the words written, or the value chosen. */
function answerTo(/** @type {string} */ name) {
  const field = form?.querySelector(`textarea[name="${name}"], input[name="${name}"]:checked`);
  return field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field.value.trim() : '';
}

function fill(/** @type {HTMLElement} */ shown) {
  const answer = answerTo(shown.dataset.of ?? '');
  const words = shown.dataset.words?.split('|')[Number(answer) - 1];
  shown.textContent = answer === '' ? '' : (words ?? answer);
  shown.hidden = answer === '';
}

function build() {
  const lines = [...(card?.querySelectorAll('[data-line]') ?? [])];
  for (const line of lines) {
    const all = [...line.querySelectorAll('[data-of]')];
    for (const shown of all) fill(shown);
    line.hidden = all.every((shown) => shown.hidden);
  }
  if (card) card.hidden = lines.every((line) => line.hidden);
}

form?.addEventListener('input', build);
// What is put back without an event: by the browser going back, or by js/keptInTab.js.
addEventListener('pageshow', build);
build();
