// The editor of a course's text (browser/courseEditor.js) is heavier than all else of its page. It comes with the first sign
// of someone who is there, so that the page is painted and answers before; until then the field is a plain one.
const address = document.getElementById('text')?.dataset['editor'] ?? '';

if (address !== '')
  for (const sign of ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'])
    addEventListener(sign, load, { once: true, passive: true });

/** A module is loaded once, however often it is asked for. */
function load() {
  void import(address);
}
