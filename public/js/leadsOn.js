// A button that is an answer chooses its radio.
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest('[data-answer]');
  const radio = button && document.getElementById(`${button.id}-choice`);
  if (radio instanceof HTMLInputElement) radio.checked = true;
});
// Browsers from before 2023 show the radios.
for (const one of document.querySelectorAll('.without-script')) one.setAttribute('hidden', '');
