// Makes a chosen picture small before it is sent: the middle of it, as a square. What a camera noted beside it (place, time)
// goes no further than this. Where this script does not run, the server has its limit and takes the same away.
for (const input of document.querySelectorAll('input[type="file"][data-scale-to]'))
  if (input instanceof HTMLInputElement) input.addEventListener('change', () => void scale(input));

async function scale(/** @type {HTMLInputElement} */ input) {
  const file = input.files?.[0];
  input.parentElement?.querySelector('canvas')?.remove();
  // What is no picture is sent as it is: the server says so.
  const whole = file && (await createImageBitmap(file).catch(() => undefined));
  if (!whole) return;
  const canvas = squareOf(whole, Number(input.dataset.scaleTo));
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) =>
    canvas.toBlob(done, 'image/jpeg', 0.85),
  );
  if (!blob || input.files?.[0] !== file) return;
  const chosen = new DataTransfer();
  chosen.items.add(new File([blob], 'billede.jpg', { type: blob.type }));
  input.files = chosen.files;
  show(canvas, input);
}

function squareOf(/** @type {ImageBitmap} */ whole, /** @type {number} */ side) {
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const part = Math.min(whole.width, whole.height);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  // A JPEG has no transparency: without a ground it would be black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, (whole.width - part) / 2, (whole.height - part) / 2, part, part, 0, 0, side, side);
  return canvas;
}

function show(/** @type {HTMLCanvasElement} */ canvas, /** @type {HTMLInputElement} */ input) {
  canvas.className = 'greeting__picture';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', input.dataset.preview ?? '');
  input.after(canvas);
}
