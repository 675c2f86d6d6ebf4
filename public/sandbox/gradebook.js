const table = document.getElementById('grades');
const status = document.getElementById('refreshed');
const everyMs = 5000;

async function refresh() {
  if (!table || !status) return;
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('grades');
  if (!fresh || fresh.innerHTML === table.innerHTML) return;
  table.replaceChildren(...fresh.children);
  status.textContent = status.dataset.text ?? '';
}

function wait() {
  setTimeout(async () => {
    if (document.visibilityState === 'visible') await refresh().catch(() => undefined);
    wait();
  }, everyMs);
}
wait();
