// Tells an editor of faults while they write: asks for the page that "check" would give, and shows that part of it.
const QUIET_MS = 900;

const field = document.getElementById('text');
const told = document.getElementById('text-told');
const form = field instanceof HTMLTextAreaElement ? field.form : null;

if (field instanceof HTMLTextAreaElement && form && told) {
  const begun = field.value;
  let timer = 0;
  let asked = 0;
  let isSending = false;

  const check = async () => {
    const mine = ++asked;
    const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    fields.set('intent', 'check');
    const answer = await fetch(form.action, { method: 'POST', body: fields }).catch(() => undefined);
    // What was told of an older text is not shown over what is told of a newer; away or signed out, nothing changes.
    if (!answer?.ok || mine !== asked) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('text-told');
    if (fresh && mine === asked) told.replaceChildren(...fresh.childNodes);
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), QUIET_MS);
  });
  form.addEventListener('submit', () => {
    isSending = true;
  });
  addEventListener('beforeunload', (event) => {
    if (!isSending && field.value !== begun) event.preventDefault();
  });
}
