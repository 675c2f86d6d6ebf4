import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Language } from '../domain/viewer.ts';
import { requestId } from '../util/requestId.ts';
import { problemNumbers } from '../text/problemNumbers.ts';
import { texts, type Text } from '../text/texts.ts';
import { allGiven, givenBack, sentTo } from './givenBack.ts';
import { Problem, type ProblemCode } from './problem.ts';
import { wantsJson } from './wantsJson.ts';
import { waysOn } from './waysOn.ts';

/** No route answered: the page does not exist, or not for this viewer. */
export const notFound: RequestHandler = () => {
  throw new Problem('not-found');
};

/** Turns every error into one log line with its code, and one page that says what to do. */
export function showProblem(log: Logger): ErrorRequestHandler {
  // Express recognises an error handler by its four parameters.
  // oxlint-disable-next-line max-params
  return (error: unknown, req, res, next) => {
    const problem = asProblem(error, req);
    if (problem.status >= 500) log.error({ code: problem.code, err: error }, 'request failed');
    else log.info({ code: problem.code }, 'request refused');
    if (res.headersSent) next(error);
    else answer(problem, req, res);
  };
}

function answer(problem: Problem, req: Request, res: Response) {
  const language = languageOf(req, res);
  const words = texts[language].problems[problem.code];
  res.status(problem.status);
  if (wantsJson(req)) {
    res.json({ code: problem.code, message: `${words.title}. ${words.advice}`, request: requestId() });
    return;
  }
  const next = nextAction(problem, req, res);
  const isFirst = !('action' in next || 'again' in next);
  res.render('http/problem', {
    language,
    text: (res.locals as { text?: Text }).text ?? texts[language],
    code: problem.code,
    number: problemNumbers[problem.code],
    request: isCalm(problem) ? '' : requestId(),
    drawing: drawingOf(problem),
    ways: waysOn(req, res, { language, isFirst }),
    ...words,
    ...next,
  });
}

/** Whether it is no fault, and so no warning in the log: a missing page, or an ended session. */
function isCalm({ status }: Problem): boolean {
  return status === 401 || status === 404;
}

function drawingOf({ status }: Problem): string {
  if (status >= 500) return 'broken';
  if (status === 404) return 'lost';
  return status === 401 ? 'asleep' : 'closed';
}

/** What the person can do: continue elsewhere, or try the same again if that may help. */
function nextAction(problem: Problem, req: Request, res: Response) {
  const text = texts[languageOf(req, res)];
  if (problem.nextAction)
    return { action: { href: problem.nextAction, label: text.refusals.goOn.button, newWindow: true } };
  if (!passing.has(problem.code))
    return { keptText: problem.kept.length > 0 ? problem.kept : refusedWords(problem, req) };
  res.set('Cache-Control', 'no-store');
  const again = givenBack(req);
  if (again) return { again, keptText: again.written };
  const here = req.method === 'GET' ? sentTo(req) : undefined;
  return here === undefined ? {} : { action: { href: here, label: text.common.problem.again } };
}

/** The contents of a refused form, if going back in the browser would show it empty. */
function refusedWords({ code }: Problem, req: Request) {
  if (code === 'too-large') return allGiven(req);
  return code === 'too-much-kept' ? givenBack(req)?.written : undefined;
}

/** Problems that may be over in a little while. */
const passing = new Set<ProblemCode>(['store-away', 'store-unsure', 'page-away', 'too-many', 'unexpected']);

/** The viewer's language, or the browser's preferred one if there is no viewer. */
export function languageOf(req: Request, res: Response): Language {
  const known = (res.locals as { language?: Language }).language;
  return known ?? (req.acceptsLanguages('da', 'en') === 'en' ? 'en' : 'da');
}

/** Errors of the libraries in front of our handlers, by the code or type that each documents. */
const known: Record<string, ProblemCode> = {
  'entity.too.large': 'too-large',
  'parameters.too.many': 'too-large',
  'encoding.unsupported': 'bad-request',
  'charset.unsupported': 'bad-request',
  'request.aborted': 'bad-request',
  'request.size.invalid': 'bad-request',
  EBADCSRFTOKEN: 'form-refused',
  // Thrown when a form would make a document too large: src/responses/merge.ts.
  TooMuchKept: 'too-much-kept',
  // A list position in an address is invalid.
  BadCursor: 'bad-request',
  // The person was erased in another tab, so this tab has nothing more to do.
  PersonErased: 'session-ended',
};

function asProblem(error: unknown, req: Request): Problem {
  if (error instanceof Problem) return error;
  const { type, code, name, status } = error as { type?: string; code?: string; name?: string; status?: number };
  if (name === 'StoreUnavailable') return new Problem(ofStore(error as { written?: string }, req));
  const found = known[type ?? ''] ?? known[code ?? ''] ?? known[name ?? ''];
  if (found) return new Problem(found);
  return new Problem(error instanceof URIError || status === 400 ? 'bad-request' : 'unexpected');
}

/** A failed read has lost nothing, and a write with unknown outcome must not be reported as "not saved". */
function ofStore({ written }: { written?: string }, { method }: Request): ProblemCode {
  if (method !== 'POST') return 'page-away';
  return written === 'unknown' ? 'store-unsure' : 'store-away';
}
