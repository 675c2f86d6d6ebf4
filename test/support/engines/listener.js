// Runs in every page and frame of a browser under test, before any script of the page.

function place() {
  return location.pathname.replace(/\/rum\/[^/]+/, '/rum');
}
function missing({ currentSrc, src, href }) {
  return `cannot load ${currentSrc || src || href}`;
}

/** Tells of what goes wrong in the page: errors of scripts, what cannot be loaded, what its policy has stopped. */
export function listen(tell) {
  window.addEventListener(
    'error',
    ({ message, target }) => tell(`error at ${place()}: ${message ?? missing(target)}`),
    true,
  );
  window.addEventListener('unhandledrejection', ({ reason }) => tell(`rejection at ${place()}: ${reason}`));
  window.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    tell(`policy at ${place()}: ${violatedDirective} ${blockedURI}`),
  );
}
