// The mark of an arrival (src/http/arrivals.ts) has done its work once the page is here.
const here = new URL(location.href);
if (here.searchParams.has('ankomst')) {
  here.searchParams.delete('ankomst');
  window.history.replaceState(window.history.state, '', here);
}

// Inside a course room's frame: ask it for the height of the page (LTI postMessage `lti.frameResize`), so that there is one
// scrollbar and not two, and begin each new page at its top. The height is the page's own, never the window's: it cannot
// grow by being given more room.
if (window.parent !== window) {
  const tell = (/** @type {object} */ message) => window.parent.postMessage(message, '*');

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

  // Storage is often closed to frames; where one comes from is not. Not after "back" and "reload": the browser knows better.
  const [arrival] = performance.getEntriesByType('navigation');
  if (
    arrival instanceof PerformanceNavigationTiming &&
    arrival.type === 'navigate' &&
    document.referrer.startsWith(`${location.origin}/`) &&
    !location.hash
  ) {
    tell({ subject: 'lti.scrollToTop' });
    // The first thing on the page: for the whole of it Firefox does not move another site's page.
    document.querySelector('header, main')?.scrollIntoView();
  }
}
