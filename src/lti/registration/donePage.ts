import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { texts } from '../../text/texts.ts';
import { languageOfRequest } from '../language.ts';
import type { Render } from '../options.ts';
import { pageHeaders } from '../refusalPage.ts';

/** Tells the platform's window that we are done (LTI Dynamic Registration 1.0, 3.8). It says nothing secret. */
const close = "(window.opener||window.parent).postMessage({subject:'org.imsglobal.lti.close'},'*')";

export type Ending = 'active' | 'waiting' | 'known';

/** Platforms close the page on this message, so a page with something to read is closed by a button instead. */
function scriptFor(ending: Ending, label: string): string {
  return ending === 'active'
    ? close
    : `const b=document.createElement('button');b.type='button';b.className='button button-primary';` +
        `b.textContent=${JSON.stringify(label)};b.onclick=()=>${close};document.querySelector('main').append(b)`;
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** Ends a registration. The page itself says everything needed, in case the platform does not listen for the message. */
export async function showDone(
  { request, response, render }: { request: Request; response: Response; render: Render },
  ending: Ending,
): Promise<void> {
  const language = languageOfRequest(request);
  const text = texts[language].refusals.registered;
  const advice = ending === 'active' ? text.advice : `${text.advice} ${text.press}`;
  const about = { title: text.title, explanation: text[ending], advice, code: '' };
  const model = { language, ...about, audience: 'administrator' as const };
  const html = await render('http/problem', model);
  const script = scriptFor(ending, text.close);
  const end = html.lastIndexOf('</body>');
  const at = end === -1 ? html.length : end;
  const page = `${html.slice(0, at)}<script>${script}</script>${html.slice(at)}`;
  response
    .status(200)
    .set(pageHeaders({ script: hashOf(script) }))
    .end(page);
}
