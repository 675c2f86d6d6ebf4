// Makes or uses a passkey before a form is sent (views/signIn/passkeys.hbs, views/http/linkClosed.hbs). Without it, and in
// a browser that has none, the form stays hidden: a new link lets one in.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

const isAble = browserSupportsWebAuthn();
for (const note of document.querySelectorAll('[data-passkey-unable]')) note.hidden = isAble;
for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.hidden = !isAble;
  form.addEventListener('submit', (event) => {
    const name = form.querySelector('input:not([type=hidden])');
    // Without a name the server says what is missing.
    if (answerIn(form)?.value || name?.value.trim() === '') return;
    event.preventDefault();
    void send(form);
  });
}

/** @param {HTMLFormElement} form */
async function send(form) {
  const failed = form.querySelector('[data-passkey-failed]');
  if (failed) failed.hidden = true;
  try {
    const answer = answerIn(form);
    if (answer) answer.value = JSON.stringify(await ask(form));
    form.submit();
  } catch {
    // The person has thought better of it, or the device has.
    if (failed) failed.hidden = false;
  }
}

/** @param {HTMLFormElement} form */
async function ask(form) {
  const fields = new URLSearchParams(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const response = await fetch(form.dataset['challenge'] ?? '', { method: 'POST', body: fields });
  if (!response.ok) throw new Error(`${response.status}`);
  const optionsJSON = await response.json();
  return form.dataset['passkey'] === 'make' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}

/** @param {HTMLFormElement} form */
function answerIn(form) {
  return form.querySelector('input:is([name=svar])');
}
