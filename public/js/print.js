// A button that prints: only shown where it can work.
for (const place of document.querySelectorAll('[data-print]')) {
  place.hidden = false;
  place.querySelector('button')?.addEventListener('click', () => window.print());
}
