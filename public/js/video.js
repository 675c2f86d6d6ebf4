// A video goes on where it was left, on this device. Where storage is closed to frames, it begins at its beginning.
const SOON = 5;
const VOICE = 'video-voice';

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

// The words run in a line below the picture, which tells its part by itself. A screen full of video has room for both.
function showCaptions(/** @type {HTMLVideoElement} */ video) {
  const [captions] = video.textTracks;
  const line = video.closest('figure')?.querySelector('[data-caption]');
  if (!captions) return;
  const place = () => {
    const isBelow = !document.fullscreenElement && captions.mode !== 'disabled';
    if (captions.mode !== 'disabled') captions.mode = isBelow ? 'hidden' : 'showing';
    if (line) line.hidden = !isBelow;
  };
  captions.mode = 'showing';
  captions.addEventListener('cuechange', () => {
    if (line)
      line.textContent = [...(captions.activeCues ?? [])].map((cue) => ('text' in cue ? cue.text : '')).join(' ');
  });
  document.addEventListener('fullscreenchange', place);
  place();
}

// A button that a thumb can find, in place of the browser's bar over half the picture; the bar comes with the first play.
function bigPlay(/** @type {HTMLVideoElement} */ video) {
  const button = video.closest('figure')?.querySelector('[data-play]');
  if (!button) return;
  button.hidden = false;
  video.controls = false;
  const begun = () => {
    button.hidden = true;
    video.controls = true;
  };
  button.addEventListener('click', () => {
    begun();
    video.play().catch(() => undefined);
    video.focus();
  });
  video.addEventListener('play', begun, { once: true });
}

// It stops once for a thought, and goes on when one presses.
function pauseOnce(/** @type {HTMLVideoElement} */ video) {
  const box = video.closest('figure')?.querySelector('[data-pause-at]');
  if (!box) return;
  const at = Number(box.dataset.pauseAt);
  const stop = () => {
    // A viewer who has jumped past it, or goes on from later, is not stopped.
    if (video.currentTime < at) return;
    video.removeEventListener('timeupdate', stop);
    if (video.currentTime > at + SOON || video.paused) return;
    video.pause();
    box.hidden = false;
  };
  video.addEventListener('timeupdate', stop);
  video.addEventListener('play', () => (box.hidden = true));
  box.querySelector('button')?.addEventListener('click', () => video.play().catch(() => undefined));
}

// The choice holds for the films to come. The browser's own button may be pressed too.
function voiceButton(/** @type {HTMLVideoElement} */ video) {
  const button = video.closest('figure')?.querySelector('[data-voice]');
  if (!button) return;
  const tell = () => (button.textContent = (video.muted ? button.dataset.on : button.dataset.off) ?? '');
  video.addEventListener('volumechange', () => {
    stored((storage) => storage.setItem(VOICE, video.muted ? 'off' : 'on'));
    tell();
  });
  button.addEventListener('click', () => (video.muted = !video.muted));
  video.muted = stored((storage) => storage.getItem(VOICE)) !== 'on';
  tell();
  button.hidden = false;
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
  video.addEventListener('loadedmetadata', () => showCaptions(video), { once: true });
  bigPlay(video);
  pauseOnce(video);
  voiceButton(video);

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
