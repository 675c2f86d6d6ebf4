// A page that is only a form on its way to the course goes on by itself; without scripts its button does.
document.querySelector('form[data-auto-submit]')?.requestSubmit();
