// A button that copies the text of a field. Where the browser does not let it, the text is selected, for the reader to copy.
for (const button of document.querySelectorAll('button[data-copy]')) {
  if (!(button instanceof HTMLButtonElement)) continue;
  const { copy = '', copied = '', mark = '' } = button.dataset;
  const field = document.getElementById(copy);
  const status = document.querySelector('main [role=status]');
  if (!(field instanceof HTMLTextAreaElement) || !status) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    const isCopied = await navigator.clipboard?.writeText(field.value).then(
      () => true,
      () => false,
    );
    status.textContent = isCopied ? copied : mark;
  });
}
