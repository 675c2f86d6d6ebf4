// A button that is an answer chooses the radio of that answer, and leads on.
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest('[data-answer]');
  const radio = button && document.getElementById(`${button.id}-choice`);
  if (radio instanceof HTMLInputElement) radio.checked = true;
});
