// Out of the frame that the tool came back in; where it is not allowed, the link does it.
window.top.location.href = document.getElementById('leave').href;
