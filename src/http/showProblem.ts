import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Language } from '../domain/viewer.ts';
import { texts } from '../text/texts.ts';
import { Problem, type ProblemCode } from './problem.ts';

/** Nothing answered: the page does not exist, or not for this viewer. */
export const notFound: RequestHandler = () => {
  throw new Problem('not-found');
};

/** Every error ends here: one log line with its code, one page that says what to do. */
export const showProblem =
  (log: Logger): ErrorRequestHandler =>
  // Express knows an error handler by its four parameters.
  // eslint-disable-next-line max-params
  (error: unknown, req, res, next) => {
    const problem = asProblem(error);
    if (problem.status >= 500) log.error({ code: problem.code, err: error }, 'request failed');
    else log.info({ code: problem.code }, 'request refused');
    if (res.headersSent) next(error);
    else answer(problem, req, res);
  };

const answer = (problem: Problem, req: Request, res: Response) => {
  const language = languageOf(req, res);
  const words = texts[language].problems[problem.code];
  res.status(problem.status);
  if (req.accepts(['html', 'json']) === 'json') {
    res.json({ code: problem.code, message: `${words.title}. ${words.advice}` });
    return;
  }
  const text = texts[language];
  const action = problem.wayOn && { href: problem.wayOn, label: text.refusals.goOn.button, newWindow: true };
  res.render('problem', { language, text, code: problem.code, ...words, action, keptText: problem.kept });
};

/** The viewer's language, or what the browser asks for where no one is known. */
export const languageOf = (req: Request, res: Response): Language => {
  const known = (res.locals as { language?: Language }).language;
  return known ?? (req.acceptsLanguages('da', 'en') === 'en' ? 'en' : 'da');
};

/** Errors of the libraries in front of our handlers, by the code or type that each documents. */
const known: Record<string, ProblemCode> = {
  'entity.too.large': 'too-large',
  'parameters.too.many': 'too-large',
  'encoding.unsupported': 'bad-request',
  'charset.unsupported': 'bad-request',
  'request.aborted': 'bad-request',
  'request.size.invalid': 'bad-request',
  EBADCSRFTOKEN: 'form-refused',
  StoreUnavailable: 'store-away',
  // A page's place in a list, out of an address.
  BadCursor: 'bad-request',
};

const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const { type, code, name, status } = error as { type?: string; code?: string; name?: string; status?: number };
  const found = known[type ?? ''] ?? known[code ?? ''] ?? known[name ?? ''];
  if (found) return new Problem(found);
  return new Problem(error instanceof URIError || status === 400 ? 'bad-request' : 'unexpected');
};
