// Keeps values for the tool, each for the page's life, and answers nobody else (LTI Platform Storage).
const tool = document.querySelector('iframe.tool');
const kept = new Map();

const answers = {
  'lti.put_data': ({ key, value }) => {
    kept.set(key, value);
    return { key, value };
  },
  'lti.get_data': ({ key }) => ({ key, value: kept.get(key) }),
};

window.addEventListener('message', ({ data, origin, source }) => {
  const answer = answers[data?.subject];
  if (!answer || source !== tool.contentWindow || origin !== tool.dataset.tool) return;
  const { subject, message_id } = data;
  source.postMessage({ subject: `${subject}.response`, message_id, ...answer(data) }, origin);
});
