// On a phone what is marked begins folded, so that one reads what it comes to before the numbers. On paper, and where
// scripts do not run, it is open.
const folds = [...document.querySelectorAll('details')].filter((one) => one.classList.contains('fold-on-phone'));
const phone = matchMedia('(max-width: 30em)');

if (phone.matches) foldOrOpen();
phone.addEventListener('change', foldOrOpen);

function foldOrOpen() {
  for (const fold of folds) fold.open = !phone.matches;
}

/** @type {HTMLDetailsElement[]} */
let folded = [];
addEventListener('beforeprint', () => {
  folded = folds.filter((fold) => !fold.open);
  for (const fold of folded) fold.open = true;
});
addEventListener('afterprint', () => {
  for (const fold of folded) fold.open = false;
});
