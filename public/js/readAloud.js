// A text that can be heard and printed: `data-read-aloud` on what is to be read gets its buttons here, since neither
// does anything without scripts. Reading aloud is offered only where the browser has a voice for the text's language:
// Danish read by an English voice helps nobody.
const speech = window.speechSynthesis;

function languageOf(element) {
  return element.closest('[lang]')?.lang || document.documentElement.lang;
}

function voiceFor(language) {
  return speech.getVoices().find((voice) => voice.lang.replace('_', '-').startsWith(language));
}

// One piece for each block: browsers stop in the middle of a long one, and a pause between headings and text is welcome.
function blocksOf(article) {
  return [...article.querySelectorAll('h1, h2, p, li')]
    .filter((block) => !block.querySelector('p, li') && !block.closest('[data-tools]'))
    .map((block) => ({ text: block.textContent.trim(), language: languageOf(block) }))
    .filter(({ text }) => text !== '');
}

function button(label, press) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button button-secondary';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}

function listening(article) {
  let reading = 0;
  const show = (label) => (control.textContent = label);
  const stop = () => {
    reading += 1;
    speech.cancel();
    show(article.dataset.listen);
  };
  const read = () => {
    const turn = (reading += 1);
    // What another page has left in the queue is not ours to wait for.
    speech.cancel();
    show(article.dataset.stop);
    const pieces = blocksOf(article).map(({ text, language }) => {
      const piece = new SpeechSynthesisUtterance(text);
      const voice = voiceFor(language);
      piece.lang = voice?.lang ?? language;
      if (voice) piece.voice = voice;
      return piece;
    });
    const last = pieces.at(-1);
    last?.addEventListener('end', () => turn === reading && stop());
    for (const piece of pieces) {
      piece.addEventListener('error', () => turn === reading && stop());
      speech.speak(piece);
    }
  };
  const control = button(article.dataset.listen, () =>
    control.textContent === article.dataset.stop ? stop() : read(),
  );
  window.addEventListener('pagehide', stop);
  return control;
}

for (const article of document.querySelectorAll('[data-read-aloud]')) {
  const tools = document.createElement('div');
  tools.className = 'tool__actions';
  tools.dataset.tools = '';
  tools.lang = document.documentElement.lang;
  tools.append(button(article.dataset.print, () => window.print()));
  article.querySelector('h1')?.after(tools);

  let offered = false;
  const offer = () => {
    if (offered || !voiceFor(languageOf(article))) return;
    offered = true;
    tools.prepend(listening(article));
  };
  if (speech) {
    offer();
    speech.addEventListener?.('voiceschanged', offer); // some browsers load their voices after the page
  }
}
