// A video goes on where it was left, on this device. Where storage is closed to frames, it begins at its beginning.
const SOON = 5;

const stored = (use) => {
  try {
    return use(window.localStorage);
  } catch {
    return undefined;
  }
};

for (const video of document.querySelectorAll('video[data-place]')) {
  const key = `video:${video.dataset.place}`;
  const note = video.closest('figure')?.querySelector('[data-resumed]');

  const resume = () => {
    const place = Number(stored((storage) => storage.getItem(key)));
    if (!(place > SOON && place < video.duration - SOON)) return;
    video.currentTime = place;
    if (note) note.hidden = false;
  };
  if (video.readyState > 0) resume();
  else video.addEventListener('loadedmetadata', resume, { once: true });

  const remember = () => stored((storage) => storage.setItem(key, String(Math.floor(video.currentTime))));
  video.addEventListener('pause', remember);
  video.addEventListener('ended', () => stored((storage) => storage.removeItem(key)));
  // A phone that is put away, or a page that is left, tells of neither.
  window.addEventListener('pagehide', () => {
    if (!video.paused) remember();
  });

  note?.querySelector('button')?.addEventListener('click', () => {
    video.currentTime = 0;
    note.hidden = true;
    video.focus();
  });
}
