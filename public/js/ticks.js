// "I did it today" ticks the day in the week's own form, which saves itself: nothing is loaded anew, and a second tick on
// another device is merged as any other. Without this script the button posts its own small form.
for (const form of document.querySelectorAll('form[data-ticks]')) {
  const box = document.getElementById(`answer-${form.dataset.ticks}`);
  const done = document.querySelector('[data-today-done]');
  if (!(box instanceof HTMLInputElement) || !done) continue;

  const show = () => {
    form.hidden = box.checked;
    done.textContent = box.checked ? (done.dataset.todayDone ?? '') : '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!box.checked) box.click();
    show();
    box.focus();
  });
  box.addEventListener('input', show);
}

// The count above the week follows what is ticked.
const count = document.querySelector('[data-tick-count]');
const boxes = [...document.querySelectorAll('.tick input[type="checkbox"][id^="answer-"]')];
const words = count?.dataset.tickCount ?? '';
function recount() {
  const done = boxes.filter((box) => box.checked).length;
  if (count) count.textContent = words.replace('{done}', String(done));
}
for (const box of boxes) box.addEventListener('input', recount);
