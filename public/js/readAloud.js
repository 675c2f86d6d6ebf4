// Reads what has `data-read-aloud`; the button comes into its [data-tools]. It is offered only where the browser has a
// voice for the text's language: Danish read by an English voice helps nobody.
/** @type {SpeechSynthesis | undefined} */
const speech = window.speechSynthesis;

// A calm exercise: `data-read-aloud="slow"`.
const SLOW = { rate: 0.8, pause: 4000 };
const USUAL = { rate: 1, pause: 0 };

/** @typedef {{ text: string, language: string }} Block */

/** Stops what is being read, and gives its button its first words back. @type {(() => void) | undefined} */
let stopReading;

function languageOf(/** @type {Element} */ element) {
  return element.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang;
}

function voiceFor(/** @type {SpeechSynthesis} */ speech, /** @type {string} */ language) {
  return speech.getVoices().find((voice) => voice.lang.replace('_', '-').startsWith(language));
}

// One piece for each block: browsers stop in the middle of a long one, and a pause between headings and text is welcome.
/** @returns {Block[]} */
function blocksOf(/** @type {HTMLElement} */ article) {
  return [...article.querySelectorAll('h1, h2, h3, h4, h5, p, li, th, td')]
    .filter((block) => !block.querySelector('p, li') && !block.closest('[data-tools]'))
    .map((block) => ({ text: block.textContent.trim(), language: languageOf(block) }))
    .filter(({ text }) => text !== '');
}

function pieceOf(/** @type {SpeechSynthesis} */ speech, /** @type {Block} */ block, /** @type {number} */ rate) {
  const piece = new SpeechSynthesisUtterance(block.text);
  const voice = voiceFor(speech, block.language);
  piece.lang = voice?.lang ?? block.language;
  piece.rate = rate;
  if (voice) piece.voice = voice;
  return piece;
}

// The next block is handed over when the one before it has ended: so there can be a pause between them, and nothing is left
// in the queue when one stops.
function read(
  /** @type {SpeechSynthesis} */ speech,
  /** @type {Block[]} */ blocks,
  /** @type {{ rate: number, pause: number, finished: () => void }} */ { rate, pause, finished },
) {
  const left = [...blocks];
  let stopped = false;
  let waiting = 0;
  const next = () => {
    const block = left.shift();
    if (stopped) return;
    if (!block) return finished();
    const piece = pieceOf(speech, block, rate);
    piece.addEventListener('end', () => (waiting = window.setTimeout(next, pause)));
    piece.addEventListener('error', () => stopped || finished());
    speech.speak(piece);
  };
  // What another page has left in the queue is not ours to wait for.
  speech.cancel();
  next();
  return () => {
    stopped = true;
    window.clearTimeout(waiting);
    speech.cancel();
  };
}

function listening(/** @type {SpeechSynthesis} */ speech, /** @type {HTMLElement} */ article) {
  const { listen = '', stop = '', readAloud } = article.dataset;
  const control = document.createElement('button');
  control.type = 'button';
  control.className = 'button button-secondary';
  control.textContent = listen;
  const begin = () => {
    stopReading?.();
    const pace = readAloud === 'slow' ? SLOW : USUAL;
    const silence = read(speech, blocksOf(article), { ...pace, finished: () => stopReading?.() });
    control.textContent = stop;
    stopReading = () => {
      silence();
      control.textContent = listen;
      stopReading = undefined;
    };
  };
  control.addEventListener('click', () => (control.textContent === stop ? stopReading?.() : begin()));
  return control;
}

for (const article of document.querySelectorAll('[data-read-aloud]')) {
  if (!speech) break;
  let offered = false;
  const offer = () => {
    if (offered || !voiceFor(speech, languageOf(article))) return;
    offered = true;
    article.querySelector('[data-tools]')?.prepend(listening(speech, article));
  };
  offer();
  speech.addEventListener?.('voiceschanged', offer); // some browsers load their voices after the page
}
window.addEventListener('pagehide', () => stopReading?.());
