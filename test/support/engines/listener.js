// Runs in every page and frame of a browser under test, before any script of the page.

function place() {
  return location.pathname.replace(/\/rum\/[^/]+/, '/rum');
}
function missing({ currentSrc, src, href }) {
  return `cannot load ${currentSrc || src || href}`;
}

/** Tells of what goes wrong in the page: errors of scripts, what cannot be loaded, what its policy has stopped. */
export function listen(tell) {
  // What a page was still fetching when one left it is not missing.
  let isLeft = false;
  window.addEventListener('beforeunload', () => (isLeft = true));
  window.addEventListener(
    'error',
    ({ message, target }) => {
      if (message !== undefined || !isLeft) tell(`error at ${place()}: ${message ?? missing(target)}`);
    },
    true,
  );
  window.addEventListener('unhandledrejection', ({ reason }) => tell(`rejection at ${place()}: ${reason}`));
  window.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    tell(`policy at ${place()}: ${violatedDirective} ${blockedURI}`),
  );
}
