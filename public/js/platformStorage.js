// Where the browser keeps no cookie for us, a frame of the course room may keep a value (LTI Platform Storage: the messages
// `lti.put_data` and `lti.get_data`). Only that room's origin is spoken to and listened to.
const PATIENCE_MS = 2_000;

const place = document.querySelector('[data-storage]');
const { storage, frame = '', origin = '', key, value, next = '' } = place?.dataset ?? {};

/** @returns {Window | null | undefined} */
function frameOfPlatform() {
  const room = window.parent === window ? window.opener : window.parent;
  return frame === '_parent' ? room : room?.frames[frame];
}

/** @returns {Promise<string>} */
function ask(/** @type {string} */ subject, /** @type {object} */ content) {
  return new Promise((resolve, reject) => {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('-');
    setTimeout(() => reject(new Error(`No answer to ${subject}.`)), PATIENCE_MS);
    window.addEventListener('message', ({ data, origin: sender }) => {
      if (sender !== origin || data?.message_id !== id || data.subject !== `${subject}.response`) return;
      if (data.error) reject(new Error(`${subject} was refused.`));
      else resolve(data.value);
    });
    frameOfPlatform()?.postMessage({ subject, message_id: id, ...content }, origin);
  });
}

/** The room keeps the value, and the log-in goes on; else the button on the page remains. */
async function put() {
  const kept = await ask('lti.put_data', { key, value });
  if (kept === value) location.replace(next);
}

/** Sent also without the value: the answer to that says what can be done. */
async function get() {
  const secret = await ask('lti.get_data', { key }).catch(() => '');
  if (!(place instanceof HTMLFormElement)) return;
  const field = place.elements.namedItem('lti_secret');
  if (field instanceof HTMLInputElement) field.value = secret;
  place.submit();
}

(storage === 'put' ? put() : get()).catch(() => undefined);
