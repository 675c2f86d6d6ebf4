import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { requestId } from '../util/requestId.ts';
import { problemNumbers } from '../text/problemNumbers.ts';
import { texts, type Text } from '../text/texts.ts';
import { languageOfRequest } from './language.ts';
import type { Render } from './options.ts';
import { refusalResponses, Refusal } from './refusal.ts';
import { restartOfRequest, siteOfRequest } from './wayOn.ts';

export type Handler = (request: Request, response: Response, next: NextFunction) => Promise<void>;
export type Refuse = (request: Request, response: Response, error: unknown) => Promise<void>;

/** Headers for our pages on the LTI paths: our own files, and nothing inline. */
export function pageHeaders({ formAction = "'self'" } = {}): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // Any site may frame these pages: a person must be able to read the reason for a refusal in any course.
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self'",
      "script-src 'self'",
      `form-action ${formAction}`,
      "base-uri 'none'",
    ].join('; '),
  };
}

/** Errors from body-parser have a status and a type of their own. */
function fromBodyParser(error: unknown, path: string): Refusal | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  if (error.status === 413) return new Refusal('too-large', { cause: error });
  const code = path.endsWith('/login') ? 'login-incomplete' : 'token';
  return error.status < 500 ? new Refusal(code, { reason: 'body', cause: error }) : undefined;
}

/** Codes for faults of our own, whose cause may be logged. */
const ours = new Set<Refusal['code']>(['internal', 'store-away']);

function toRefusal(error: unknown, path: string): Refusal {
  if (error instanceof Refusal) return error;
  const isStore = error instanceof Error && error.name === 'StoreUnavailable';
  return fromBodyParser(error, path) ?? new Refusal(isStore ? 'store-away' : 'internal', { cause: error });
}

/**
 * Shows a refusal as a page in the person's language, and logs its code. Never answers in JSON, and never repeats what
 * came from outside.
 */
export function createRefuse({ render, log }: { render: Render; log: Logger }): Refuse {
  const page = async (request: Request, refusal: Refusal): Promise<string> => {
    const language = languageOfRequest(request);
    const text = texts[language].refusals;
    const { title, explanation: said } = text.pages[refusal.code];
    const explanation = refusal.names.length > 0 ? `${said} ${refusal.names.join(', ')}.` : said;
    const audience = request.path.endsWith('/register') ? 'administrator' : undefined;
    const advice = text.advice[audience ?? refusalResponses[refusal.code].advice];
    return render('http/problem', {
      language,
      title,
      explanation,
      advice,
      code: refusal.code,
      number: problemNumbers[refusal.code],
      request: requestId(),
      drawing: refusalResponses[refusal.code].status >= 500 ? 'broken' : 'closed',
      ...(audience && { audience }),
      ...(!audience && waysOn(request, text.goOn)),
    });
  };

  return async (request, response, error) => {
    const refusal = toRefusal(error, request.path);
    const { status } = refusalResponses[refusal.code];
    Object.assign(response.locals, { refused: refusal.code });
    const fields = { code: refusal.code, reason: refusal.reason, status };
    // An internal fault's cause comes from us; the cause of any other refusal may hold what a stranger sent.
    if (ours.has(refusal.code)) log.error({ ...fields, err: refusal.cause }, 'lti request failed');
    else log.warn(fields, 'lti request refused');
    if (response.headersSent) return void response.destroy();
    try {
      const html = await page(request, refusal);
      response.status(status).set(pageHeaders()).end(html);
    } catch (fault) {
      log.error({ err: fault }, 'the refusal page could not be shown');
      response.status(status).set('content-type', 'text/plain; charset=utf-8').end(refusal.code);
    }
  };
}

/**
 * Links to begin again and back to the platform, if known. Not at a registration, which happens inside the platform.
 */
function waysOn(request: Request, { again, site }: Text['refusals']['goOn']): object {
  const [restart, home] = [restartOfRequest(request), siteOfRequest(request)];
  return {
    ...(restart && { action: { href: restart, label: again, newWindow: true } }),
    ...(home && { ways: [{ href: home, label: site, look: 'secondary', leaves: true }] }),
  };
}

/** Express 4 does not await handlers: without this, a rejection would end the process. */
export function guarded(refuse: Refuse, handler: Handler) {
  return (request: Request, response: Response, next: NextFunction): void => {
    handler(request, response, next).catch((error: unknown) => refuse(request, response, error));
  };
}
