import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler, Response } from 'express';
import { texts } from '../../text/texts.ts';
import { languageOf } from '../../http/showProblem.ts';
import type { Operation } from './operation.ts';
import { formSecret, type OperatorCookie } from './operatorCookie.ts';

/** Root of every page here; the layout's foot speaks to participants, so this page has its own. */
export const pageOf = (req: Request, res: Response) => {
  const language = languageOf(req, res);
  const text = texts[language];
  return { language, text: { ...text, common: { ...text.common, help: text.operation.help } } };
};

/** Pages that let no one in say how to get in, and nothing else. */
export const showClosed = (req: Request, res: Response): void => {
  const page = pageOf(req, res);
  res.status(401).render('operation/closed', { ...page, title: page.text.operation.closedTitle });
};

const sessionOf = (res: Response): string => (res.locals as { operator?: string }).operator ?? '';
export const csrfOf = (res: Response): string => formSecret(sessionOf(res));

/** Lets only a signed-in operator by. */
export const requireOperator =
  ({ operators }: Operation, cookie: OperatorCookie): RequestHandler =>
  async (req, res, next) => {
    const session = cookie.read(req);
    if (!(await operators.isSignedIn(session))) {
      showClosed(req, res);
      return;
    }
    res.locals['operator'] = session;
    next();
  };

/** Forms of this very session only. */
export const checkOperatorForm = (): RequestHandler =>
  csrfSync({
    getTokenFromRequest: (req) => {
      const token = (req.body as Record<string, unknown> | undefined)?.['_csrf'];
      return typeof token === 'string' ? token : undefined;
    },
    getTokenFromState: (req) => (req.res ? csrfOf(req.res) : undefined),
    storeTokenInState: () => undefined,
  }).csrfSynchronisedProtection;
