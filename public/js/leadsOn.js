// A button that is an answer chooses the radio of that answer, and leads on.
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest('[data-answer]');
  const radio = button && document.getElementById(`${button.id}-choice`);
  if (radio instanceof HTMLInputElement) radio.checked = true;
});

// Browsers from before 2023 do not know the media feature `scripting`, and would show the radios too.
for (const one of document.querySelectorAll('.without-script')) one.setAttribute('hidden', '');
