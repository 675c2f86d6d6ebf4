// Finds words in what is said in a video, and marks them. Without scripts the browser's own search does.
for (const search of document.querySelectorAll('[data-transcript]')) {
  const field = search.querySelector('input');
  const status = search.querySelector('[role=status]');
  const text = search.parentElement?.querySelector('[data-transcript-text]');
  if (!field || !status || !text) continue;
  const original = Array.from(text.childNodes, (node) => node.cloneNode(true));

  const matchesIn = (/** @type {Text} */ node, /** @type {string} */ wanted) => {
    const words = node.data.toLocaleLowerCase();
    const found = [];
    for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + wanted.length)) found.push(at);
    return found;
  };

  const mark = (/** @type {Text} */ node, /** @type {string} */ wanted) => {
    for (const at of matchesIn(node, wanted).reverse()) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      range.surroundContents(document.createElement('mark'));
    }
  };

  const find = () => {
    const wanted = field.value.trim().toLocaleLowerCase();
    text.replaceChildren(...original.map((node) => node.cloneNode(true)));
    if (wanted === '') {
      status.textContent = '';
      return;
    }
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
    for (const node of nodes) mark(node, wanted);
    const marks = text.querySelectorAll('mark');
    marks[0]?.scrollIntoView({ block: 'nearest' });
    const { none, one, many } = search.dataset;
    status.textContent = [none, one][marks.length] ?? (many ?? '').replace('{count}', String(marks.length));
  };
  field.addEventListener('input', find);
  search.hidden = false;
}
