// Out of the frame that the tool came back in; where it is not allowed, the link does it.
const link = document.getElementById('leave');
if (window.top && link instanceof HTMLAnchorElement) window.top.location.href = link.href;
