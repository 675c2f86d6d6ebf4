// Inside a course room's frame: ask it for the height of the page (LTI postMessage `lti.frameResize`), so that there is one
// scrollbar and not two, and begin each new page at its top. The height is the page's own, never the window's: it cannot
// grow by being given more room.
if (window.parent !== window) {
  const tell = (message) => window.parent.postMessage(message, '*');

  let told = 0;
  const resize = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell({ subject: 'lti.frameResize', height });
  };
  new ResizeObserver(resize).observe(document.documentElement);
  window.addEventListener('load', resize);
  resize();

  // Where the browser keeps no storage for frames, the page simply stays where it was.
  const stored = (what) => {
    try {
      return what(sessionStorage);
    } catch {
      return null;
    }
  };
  const MOVED = 'moved-on';
  if (stored((storage) => storage.getItem(MOVED))) {
    stored((storage) => storage.removeItem(MOVED));
    tell({ subject: 'lti.scrollToTop' });
    document.documentElement.scrollIntoView();
  }
  const movesOn = () => stored((storage) => storage.setItem(MOVED, '1'));
  document.addEventListener('submit', movesOn);
  document.addEventListener('click', (event) => {
    if (event.target.closest('a[href]:not([target], [href^="#"])')) movesOn();
  });
}
