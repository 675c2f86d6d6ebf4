// A question that only follows up on an answer above it: hidden until that answer is chosen. Without this script it is
// always there and says when it is meant. What was written in it stays; the server decides what of it counts.
const followUps = [...document.querySelectorAll('[data-follows]')];

function show() {
  for (const followUp of followUps) {
    const { follows = '', is = '' } = followUp.dataset;
    const controls = [...document.querySelectorAll(`input[name="${CSS.escape(follows)}"]`)];
    const chosen = controls.filter((control) => control.checked).map(({ value }) => value);
    followUp.hidden = !chosen.some((value) => is.split(' ').includes(value));
    followUp.classList.add('is-led-to');
  }
}

document.addEventListener('change', show);
show();
