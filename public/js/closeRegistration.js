// Tells the course system's window that a registration is over (LTI Dynamic Registration 1.0, 3.8). It says nothing secret.
const place = document.querySelector('[data-close-registration]');

if (place instanceof HTMLElement) {
  if (place.dataset['closeRegistration'] === 'at-once') close();
  place.hidden = false;
  place.querySelector('button')?.addEventListener('click', close);
}

function close() {
  (window.opener ?? window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
}
