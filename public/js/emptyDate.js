// Marks the fields for a date or time that are empty: no selector knows that (styles/_fields.scss).
for (const field of document.querySelectorAll('input[type="date"], input[type="time"]')) {
  const mark = () => field.toggleAttribute('data-empty', field.value === '');
  field.addEventListener('input', mark);
  mark();
}
