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
    status.textContent = (await isCopied(field.value)) ? copied : mark;
  });
}

/** A course room's frame mostly closes the clipboard to us; the older way copies what is selected, there too. */
async function isCopied(/** @type {string} */ text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
