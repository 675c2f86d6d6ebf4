// Buttons that save a drawing as a picture (PNG): the browser draws it, so they are only shown where scripts run.
for (const button of document.querySelectorAll('[data-png]')) {
  button.hidden = false;
  button.addEventListener('click', () => void save(button.dataset.png ?? '', button.dataset.name ?? ''));
}

/** Twice as large as on the page, so that it is sharp in print. */
const SCALE = 2;

async function save(/** @type {string} */ address, /** @type {string} */ name) {
  const drawing = new Image();
  drawing.src = address;
  await drawing.decode();
  const canvas = document.createElement('canvas');
  canvas.width = drawing.naturalWidth * SCALE;
  canvas.height = drawing.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  const link = document.createElement('a');
  link.href = canvas.toDataURL('image/png');
  link.download = name;
  link.click();
}
