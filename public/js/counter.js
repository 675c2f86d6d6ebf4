// Tells how much room is left in a text, once it is about to matter. Nothing is cut: the server says what is too long.
const NEAR = 0.8;

for (const counter of document.querySelectorAll('[data-counter-for]')) {
  const field = document.getElementById(counter.dataset.counterFor ?? '');
  const limit = Number(field?.dataset.maxLength);
  if (!(field instanceof HTMLTextAreaElement) || !limit) continue;

  const count = () => {
    const left = limit - field.value.length;
    const over = left < 0;
    const words = over ? counter.dataset.over : counter.dataset.left;
    const text = field.value.length < limit * NEAR ? '' : (words ?? '').replace('{count}', String(Math.abs(left)));
    counter.classList.toggle('over', over);
    if (counter.textContent !== text) counter.textContent = text;
  };
  field.addEventListener('input', count);
  count();
}
