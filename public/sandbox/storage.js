// Keeps values for the tool, each for the page's life, and answers nobody else (LTI Platform Storage).
const tool = document.querySelector('iframe.tool');
const kept = new Map();

/** @typedef {{ subject: string, message_id: string, key: string, value?: string }} Message */

/** @type {Record<string, ((message: Message) => object) | undefined>} */
const answers = {
  'lti.put_data': ({ key, value }) => {
    kept.set(key, value);
    return { key, value };
  },
  'lti.get_data': ({ key }) => ({ key, value: kept.get(key) }),
};

window.addEventListener('message', ({ data, origin, source }) => {
  const answer = answers[data?.subject];
  if (!answer || !tool?.contentWindow || source !== tool.contentWindow || origin !== tool.dataset.tool) return;
  const { subject, message_id } = data;
  tool.contentWindow.postMessage({ subject: `${subject}.response`, message_id, ...answer(data) }, origin);
});
