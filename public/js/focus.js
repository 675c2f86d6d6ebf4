// After a form came back with errors, reading starts at the list of them.
const summary = document.querySelector('[data-takes-focus]');
summary?.focus();

// A link to a group of options leads to the one that is chosen, or else to the first, where one can answer at once (as GOV.UK's
// tested error summary does); without scripts to the group.
const OPTION = 'input:is([type=radio], [type=checkbox]):enabled';

/** @returns {HTMLInputElement | null | undefined} */
function optionOf(/** @type {string} */ hash) {
  const group = document.getElementById(hash.slice(1));
  if (!group?.matches('fieldset')) return;
  return group.querySelector(`${OPTION}:checked`) ?? group.querySelector(OPTION);
}

function lead(/** @type {HTMLInputElement} */ option) {
  option.closest('fieldset')?.scrollIntoView();
  option.focus({ preventScroll: true });
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
  const option = link instanceof HTMLAnchorElement && optionOf(link.hash);
  if (!option) return;
  event.preventDefault();
  lead(option);
});

// From another step; only then has the browser done its own part.
window.addEventListener('load', () => {
  const option = !summary && optionOf(location.hash);
  if (option) lead(option);
});
