// After a form came back with errors, reading starts at the list of them.
document.querySelector('[data-takes-focus]')?.focus();
