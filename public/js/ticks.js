// "I did it today" ticks the day in the week's own form, which saves itself: nothing is loaded again, and a second tick on
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

// The comment of the day that was pressed last, or of today; what is already written stays in sight.
const comments = document.querySelector('details[data-day-comments]');
const fields = [...document.querySelectorAll('[data-comment-of]')];
function showCommentOf(/** @type {string} */ id) {
  for (const field of fields) field.hidden = field.dataset.commentOf !== id && !('hasWords' in field.dataset);
}
if (comments) {
  const today = fields.find((field) => 'isToday' in field.dataset) ?? fields[0];
  showCommentOf(today?.dataset.commentOf ?? '');
  for (const box of boxes) box.addEventListener('input', () => showCommentOf(box.id));
}

// A plan with a tick is more than made.
for (const box of boxes) box.addEventListener('input', () => document.querySelector('[data-made]')?.remove());
