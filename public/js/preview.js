// For authors only: loads the page again when the course package has changed, and lists what is wrong with it.
const EVERY_MS = 700;
/** @type {unknown} */
let shown;

function list(/** @type {string[]} */ faults) {
  document.getElementById('preview-faults')?.remove();
  if (faults.length === 0) return;
  const box = document.createElement('section');
  box.id = 'preview-faults';
  box.className = 'preview-faults';
  const heading = document.createElement('h2');
  heading.textContent = `Faults in the course package: ${faults.length}`;
  const lines = document.createElement('ul');
  for (const fault of faults) lines.append(Object.assign(document.createElement('li'), { textContent: fault }));
  box.append(heading, lines);
  document.getElementById('main')?.prepend(box);
}

async function ask() {
  const answer = await fetch('/preview/changes').catch(() => undefined);
  if (!answer?.ok) return;
  const { version, faults } = await answer.json();
  if (shown !== undefined && shown !== version) location.reload();
  if (shown === undefined) list(faults);
  shown = version;
}
setInterval(ask, EVERY_MS);
void ask();
