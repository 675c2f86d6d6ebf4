// On a shared screen the arrow keys (and those of a presenter) go on and back, like the links they press.
const ways = new Map([
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  ['ArrowLeft', 'previous'],
  ['PageUp', 'previous'],
]);

document.addEventListener('keydown', (event) => {
  const way = ways.get(event.key);
  if (!way || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // A page that is longer than the window is read to its end first.
  const scroller = document.scrollingElement ?? document.documentElement;
  if (event.key === 'PageDown' && scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2) return;
  if (event.key === 'PageUp' && scroller.scrollTop > 2) return;
  const link = document.querySelector(`[data-way="${way}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
