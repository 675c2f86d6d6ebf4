// As in Moodle: the frame of a content selection is shown once its page has loaded, not before.
document.addEventListener(
  'load',
  ({ target }) => {
    if (target instanceof HTMLIFrameElement) target.classList.remove('tool--loading');
  },
  true,
);
