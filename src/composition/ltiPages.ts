import type { Language } from '../domain/viewer.ts';
import type { Views } from '../http/views.ts';
import type { Render } from '../lti/index.ts';
import { texts } from '../text/texts.ts';

/** Renders the pages of the LTI paths, which are ours too, for ltijs's own Express. */
export function pageRenderer(views: Views): Render {
  return (view, model) => views.render(view, { ...model, text: textFor(model) });
}

function textFor({ language, ...model }: { language: Language; audience?: 'administrator' }) {
  const text = texts[language];
  if (model.audience === undefined) return text;
  const problem = { ...text.common.problem, number: (number: number) => `${text.refusals.number}: ${number}` };
  return { ...text, common: { ...text.common, help: text.refusals.administratorHelp, problem } };
}
