// Runs in the page, in every engine.

const selectors = {
  banner: 'header',
  button: 'button, input[type=submit], input[type=button], [role=button]',
  cell: 'td',
  checkbox: 'input[type=checkbox]',
  combobox: 'select',
  group: 'fieldset:not([role]), [role=group]',
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  listitem: 'li',
  main: 'main',
  radio: 'input[type=radio]',
  radiogroup: '[role=radiogroup]',
  status: '[role=status]',
  textbox: 'textarea, input:not([type]), input[type=text], input[type=email], input[type=tel]',
};

function tidy(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
function textOf(elements) {
  return tidy([...elements].map(({ textContent }) => textContent).join(' '));
}
function referred(element) {
  return (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => document.getElementById(id))
    .filter((found) => found !== null);
}
function nameOf(element) {
  return (
    textOf(referred(element)) ||
    tidy(element.getAttribute('aria-label')) ||
    textOf(element.labels ?? []) ||
    textOf(element.querySelectorAll(':scope > legend')) ||
    tidy(element.textContent) ||
    tidy(element.value)
  );
}

function isInSight(element) {
  return element.checkVisibility({ visibilityProperty: true });
}
// A choice that is drawn by its label is there even where the browser's own mark is not.
function isShown(element) {
  return isInSight(element) || [...(element.labels ?? [])].some(isInSight);
}

function matches(text, { pattern, flags, exact }) {
  if (flags !== undefined) return new RegExp(pattern, flags).test(text);
  return exact ? text === pattern : text.toLowerCase().includes(pattern.toLowerCase());
}
function innermost(elements) {
  return elements.filter((one) => !elements.some((other) => one !== other && one.contains(other)));
}
function below(roots, selector) {
  return [...new Set(roots.flatMap((root) => [...root.querySelectorAll(selector)]))];
}
function withText(elements, text) {
  return elements.filter((element) => matches(tidy(element.textContent), text));
}

const kinds = {
  css: (roots, { selector }) => below(roots, selector),
  role: (roots, { role, level, name }) =>
    below(roots, level ? `h${level}` : selectors[role])
      .filter(isShown)
      .filter((element) => !name || matches(nameOf(element), name)),
  text: (roots, { text }) => innermost(withText(below(roots, '*').filter(isShown), text)),
  having: (roots, { text }) => withText(roots, text),
  nth: (roots, { index }) => roots.slice(index, index + 1),
};

/** The elements that a person would find by these steps of a search (target.ts). Changes nothing. */
export function find(steps) {
  return steps.reduce((roots, step) => kinds[step.kind](roots, step), [document]);
}
