import type { IncomingMessage, ServerResponse } from 'node:http';
import { commonHeaders } from '../util/commonHeaders.ts';
import type { Language } from '../domain/viewer.ts';
import { problemNumbers } from '../text/problemNumbers.ts';
import { texts } from '../text/texts.ts';
import { languageOfRequest } from './language.ts';
import type { Render } from './options.ts';
import { refusalResponses } from './refusal.ts';
import { pageHeaders } from './refusalPage.ts';

/** In seconds: when programs may ask again. The page tells people. */
const RETRY_AFTER = '20';

/** Answers a request that there is no room for, with a page that was rendered beforehand to save time. */
export async function createCrowded({ render, production = false }: { render: Render; production?: boolean }) {
  const pages = { da: await page(render, 'da'), en: await page(render, 'en') };
  const headers = { ...commonHeaders(production), ...pageHeaders(), 'retry-after': RETRY_AFTER };
  return (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(refusalResponses.crowded.status, headers).end(pages[languageOfRequest(request)]);
  };
}

function page(render: Render, language: Language): Promise<string> {
  const text = texts[language].refusals;
  return render('http/problem', {
    language,
    ...text.pages.crowded,
    advice: text.advice[refusalResponses.crowded.advice],
    code: 'crowded',
    number: problemNumbers.crowded,
    drawing: 'closed',
  });
}
