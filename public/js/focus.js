// After a form came back with errors, reading starts at the list of them.
const summary = document.querySelector('[data-takes-focus]');
summary?.focus();

// A link to a group of options leads to the one that is chosen, or else to the first, where one can answer at once (as GOV.UK's
// tested error summary does); without scripts to the group.
const OPTION = 'input:is([type=radio], [type=checkbox]):enabled';

function optionOf(hash) {
  const group = document.getElementById(hash.slice(1));
  if (!group?.matches('fieldset')) return {};
  return { group, option: group.querySelector(`${OPTION}:checked`) ?? group.querySelector(OPTION) };
}

function lead({ group, option }) {
  group.scrollIntoView();
  option.focus({ preventScroll: true });
}

document.addEventListener('click', (event) => {
  const hash = event.target.closest?.('a[href^="#"]')?.hash;
  const found = hash ? optionOf(hash) : {};
  if (!found.option) return;
  event.preventDefault();
  lead(found);
});

// From another step; only then has the browser done its own part.
window.addEventListener('load', () => {
  const found = location.hash && !summary ? optionOf(location.hash) : {};
  if (found.option) lead(found);
});
