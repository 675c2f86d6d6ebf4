// A video goes on where it was left, on this device. Where storage is closed to frames, it begins at its beginning.
const SOON = 5;

/**
 * @template T
 * @param {(storage: Storage) => T} use
 */
function stored(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

for (const video of document.querySelectorAll('video[data-place]')) {
  const key = `video:${video.dataset.place}`;
  const note = video.closest('figure')?.querySelector('[data-resumed]');

  let place = Number(stored((storage) => storage.getItem(key)));
  if (!(place > SOON)) place = 0;
  if (note) note.hidden = place === 0;
  // Nothing of a video is fetched before it is asked for: many have little data.
  video.addEventListener('loadedmetadata', () => {
    if (place > 0 && place < video.duration - SOON) video.currentTime = place;
  });

  // Safari leaves captions off, whatever `default` says. Once only: who turns them off has turned them off.
  video.addEventListener(
    'loadedmetadata',
    () => {
      const [captions] = video.textTracks;
      if (captions) captions.mode = 'showing';
    },
    { once: true },
  );

  // Above the controls, which would cover the lowest lines.
  for (const element of video.querySelectorAll('track'))
    element.addEventListener('load', () => {
      for (const cue of element.track.cues ?? []) if (cue instanceof VTTCue && cue.line === 'auto') cue.line = -4;
    });

  const remember = () => stored((storage) => storage.setItem(key, String(Math.floor(video.currentTime))));
  video.addEventListener('pause', remember);
  video.addEventListener('ended', () => stored((storage) => storage.removeItem(key)));
  // A phone that is put away, or a page that is left, tells of neither.
  window.addEventListener('pagehide', () => {
    if (!video.paused) remember();
  });

  note?.querySelector('button')?.addEventListener('click', () => {
    place = 0;
    if (video.readyState > 0) video.currentTime = 0;
    note.hidden = true;
    video.focus();
  });
}
