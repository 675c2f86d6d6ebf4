// Below cards that are put into piles by their buttons: the piles, each with its cards. A card can be drawn from one pile to
// another, by mouse or finger; that presses its button. Without this script the buttons do all of it.
const cards = [...document.querySelectorAll('[data-pile-card]')];
function controlsOf(/** @type {HTMLElement | undefined} */ card) {
  return [...(card?.querySelectorAll('input[type="radio"]') ?? [])];
}
function wordsOf(/** @type {HTMLInputElement} */ control) {
  return control.labels?.[0]?.textContent.trim() ?? '';
}

const board = Object.assign(document.createElement('div'), { className: 'piles pile-board' });
const piles = controlsOf(cards[0]).map((control) => {
  const section = document.createElement('section');
  const heading = Object.assign(document.createElement('h2'), { textContent: wordsOf(control) });
  const list = document.createElement('ul');
  section.append(heading, list);
  board.append(section);
  return { value: control.value, section, list };
});

/** @typedef {typeof piles[number]} Pile */

function put(/** @type {HTMLElement} */ card, /** @type {Pile} */ pile) {
  const control = controlsOf(card).find(({ value }) => value === pile.value);
  if (control && !control.checked) control.click();
}

function pileAt(/** @type {PointerEvent} */ { clientX, clientY }) {
  const under = document.elementFromPoint(clientX, clientY);
  return piles.find(({ section }) => section.contains(under));
}

/** @param {Pile} [over] */
function mark(over) {
  for (const pile of piles) pile.section.classList.toggle('is-over', pile === over);
}

function drawable(/** @type {HTMLElement} */ item, /** @type {HTMLElement} */ card) {
  item.addEventListener('pointerdown', (start) => {
    if (start.button !== 0) return;
    item.setPointerCapture(start.pointerId);
    item.classList.add('is-held');
    const move = (/** @type {PointerEvent} */ event) => {
      item.style.translate = `${event.clientX - start.clientX}px ${event.clientY - start.clientY}px`;
      mark(pileAt(event));
    };
    const end = (/** @type {PointerEvent} */ event) => {
      item.removeEventListener('pointermove', move);
      const pile = event.type === 'pointerup' ? pileAt(event) : undefined;
      item.classList.remove('is-held');
      item.style.translate = '';
      mark();
      if (pile) put(card, pile);
    };
    item.addEventListener('pointermove', move);
    for (const name of /** @type {const} */ (['pointerup', 'pointercancel']))
      item.addEventListener(name, end, { once: true });
  });
}

const items = cards.map((card) => {
  const item = document.createElement('li');
  item.textContent = card.querySelector('legend')?.textContent.trim() ?? '';
  drawable(item, card);
  return { card, item };
});

function show() {
  for (const { card, item } of items) {
    const chosen = controlsOf(card).find(({ checked }) => checked);
    const pile = piles.find(({ value }) => value === chosen?.value);
    if (pile && item.parentElement !== pile.list) pile.list.append(item);
  }
  board.hidden = !items.some(({ item }) => item.isConnected);
}

cards.at(-1)?.after(board);
for (const card of cards) card.addEventListener('input', show);
show();
