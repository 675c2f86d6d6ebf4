// Puts an editor in the place of the field of a course's text (views/editing/file.hbs): colours, line numbers, and the
// check's faults at their lines. The field stays, hidden and always the same, so that the form, the check and a browser
// without scripts know nothing of it.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { defineLanguageFacet, Language, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { parser } from '@lezer/markdown';
import { colours, look } from './editorLook.js';

const field = document.getElementById('text');
if (field instanceof HTMLTextAreaElement) edit(field);

/** @param {HTMLTextAreaElement} field */
function edit(field) {
  // Someone may be writing in it already.
  const writing = document.activeElement === field && { anchor: field.selectionStart, head: field.selectionEnd };
  const place = document.createElement('div');
  field.after(place);
  // Styles that a script makes are let in here by the page's policy, and nowhere else.
  const root = place.attachShadow({ mode: 'open' });
  const view = new EditorView({ doc: field.value, extensions: extensionsFor(field), parent: root, root });
  field.hidden = true;
  if (writing) {
    view.dispatch({ selection: writing, scrollIntoView: true });
    view.focus();
  }
  for (const hint of document.querySelectorAll('[data-editor-hint]')) hint.hidden = false;
  for (const label of field.labels) label.addEventListener('click', () => view.focus());
  // A browser that comes back to the page may put back what the field held.
  addEventListener('pageshow', () => replace(view, field.value));
  followFaults(view);
}

/** @param {HTMLTextAreaElement} field */
function extensionsFor(field) {
  const hints = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id));
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    // Escape and then Tab leaves the editor; the library has that.
    keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
    field.dataset['path']?.endsWith('.yaml')
      ? yaml()
      : new Language(defineLanguageFacet(), parser, [], 'markdown').extension,
    syntaxHighlighting(colours),
    look,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      // Tab reaches what can be edited anyway; checkers of pages see it only by this.
      tabindex: '0',
      // A label outside cannot reach in here.
      'aria-label': field.labels[0]?.textContent ?? '',
      'aria-description': hints.flatMap((hint) => (hint?.id.endsWith('-hint') ? [hint.textContent] : [])).join(' '),
      spellcheck: 'true',
      autocapitalize: 'off',
    }),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      field.value = update.state.doc.toString();
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }),
  ];
}

/** @param {EditorView} view @param {string} text */
function replace(view, text) {
  const before = view.state.doc.toString();
  if (before !== text) view.dispatch({ changes: { from: 0, to: before.length, insert: text } });
}

/** The faults that the page tells are shown at their lines, and each leads there. */
function followFaults(/** @type {EditorView} */ view) {
  const told = document.getElementById('text-told');
  if (!told) return;
  const mark = () => view.dispatch(setDiagnostics(view.state, faultsIn(told, view)));
  mark();
  new MutationObserver(mark).observe(told, { childList: true });
  told.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-line]') : null;
    if (!(link instanceof HTMLElement)) return;
    event.preventDefault();
    const { from } = lineOf(view, link);
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    view.focus();
  });
}

/** @param {HTMLElement} told @param {EditorView} view @returns {import('@codemirror/lint').Diagnostic[]} */
function faultsIn(told, view) {
  return [...told.querySelectorAll('a[data-line]')].map((link) => {
    const { from, to } = lineOf(view, link);
    const message = link.parentElement?.querySelector('[data-fault]')?.textContent ?? '';
    return { from, to, message, severity: link.dataset['hard'] === undefined ? 'error' : 'warning' };
  });
}

/** @param {EditorView} view @param {HTMLElement} link */
function lineOf(view, link) {
  const number = Number(link.dataset['line']);
  return view.state.doc.line(Math.min(Math.max(number, 1), view.state.doc.lines));
}
