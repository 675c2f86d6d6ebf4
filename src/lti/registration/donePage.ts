import type { Request, Response } from 'express';
import { texts } from '../../text/texts.ts';
import { languageOfRequest } from '../language.ts';
import type { Render } from '../options.ts';
import { pageHeaders } from '../refusalPage.ts';

export type Ending = 'active' | 'waiting' | 'known';

/**
 * Ends a registration: public/js/closeRegistration.js tells the platform's window that we are done, at once where there
 * is nothing to be read, else by a button. The page says everything needed, in case the platform does not listen.
 */
export async function showDone(
  { request, response, render }: { request: Request; response: Response; render: Render },
  ending: Ending,
): Promise<void> {
  const language = languageOfRequest(request);
  const { title, press, close, [ending]: explanation, ...text } = texts[language].refusals.registered;
  const [next, steps] = ending === 'known' ? [text.check, text.checks] : [text.next, text.steps];
  const model = { language, title, explanation, next, steps, press, close, closesAtOnce: ending === 'active' };
  const html = await render('lti/registered', { ...model, audience: 'administrator' });
  response.status(200).set(pageHeaders()).end(html);
}
