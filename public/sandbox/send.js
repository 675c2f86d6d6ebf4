document.getElementById('go')?.requestSubmit();
