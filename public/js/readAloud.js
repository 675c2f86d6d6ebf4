// Reads what has `data-read-aloud`; the button comes into its [data-tools]. It is offered only where the browser has a
// voice for the text's language: Danish read by an English voice helps nobody.
/** @type {SpeechSynthesis | undefined} */
const speech = window.speechSynthesis;

function languageOf(/** @type {Element} */ element) {
  return element.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang;
}

function voiceFor(/** @type {SpeechSynthesis} */ speech, /** @type {string} */ language) {
  return speech.getVoices().find((voice) => voice.lang.replace('_', '-').startsWith(language));
}

// One piece for each block: browsers stop in the middle of a long one, and a pause between headings and text is welcome.
function blocksOf(/** @type {HTMLElement} */ article) {
  return [...article.querySelectorAll('h1, h2, p, li')]
    .filter((block) => !block.querySelector('p, li') && !block.closest('[data-tools]'))
    .map((block) => ({ text: block.textContent.trim(), language: languageOf(block) }))
    .filter(({ text }) => text !== '');
}

function pieceOf(/** @type {SpeechSynthesis} */ speech, /** @type {ReturnType<typeof blocksOf>[number]} */ block) {
  const piece = new SpeechSynthesisUtterance(block.text);
  const voice = voiceFor(speech, block.language);
  piece.lang = voice?.lang ?? block.language;
  if (voice) piece.voice = voice;
  return piece;
}

function listening(/** @type {SpeechSynthesis} */ speech, /** @type {HTMLElement} */ article) {
  const { listen = '', stop: stopWords = '' } = article.dataset;
  const control = document.createElement('button');
  control.type = 'button';
  control.className = 'button button-secondary';
  control.textContent = listen;
  let reading = 0;
  const stop = () => {
    reading += 1;
    speech.cancel();
    control.textContent = listen;
  };
  const read = () => {
    const turn = (reading += 1);
    // What another page has left in the queue is not ours to wait for.
    speech.cancel();
    control.textContent = stopWords;
    const pieces = blocksOf(article).map((block) => pieceOf(speech, block));
    const last = pieces.at(-1);
    last?.addEventListener('end', () => turn === reading && stop());
    for (const piece of pieces) {
      piece.addEventListener('error', () => turn === reading && stop());
      speech.speak(piece);
    }
  };
  control.addEventListener('click', () => (control.textContent === stopWords ? stop() : read()));
  window.addEventListener('pagehide', stop);
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
