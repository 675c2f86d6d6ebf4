const form = document.getElementById('go');
if (form instanceof HTMLFormElement) form.requestSubmit();
