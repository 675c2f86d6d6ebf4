const frame = document.querySelector('iframe.tool');

const highest = 20000;
const lowest = 200;

function resize(/** @type {unknown} */ height) {
  const pixels = Number(height);
  if (frame && pixels > 0) frame.style.height = `${Math.min(Math.max(Math.ceil(pixels), lowest), highest)}px`;
}

/** @typedef {{ subject?: string, height?: unknown } | null | undefined} Message */

/** @returns {Message} */
function read(/** @type {unknown} */ data) {
  if (typeof data !== 'string') return /** @type {Message} */ (data);
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

window.addEventListener('message', (event) => {
  // Only the tool itself, and only the one in this frame, may change the page.
  if (!frame || event.source !== frame.contentWindow || event.origin !== frame.dataset.tool) return;
  const message = read(event.data);
  if (message?.subject === 'lti.frameResize') resize(message.height);
  if (message?.subject === 'lti.scrollToTop') frame.scrollIntoView();
  if (message?.subject === 'org.imsglobal.lti.close') document.getElementById('leave')?.click();
});
