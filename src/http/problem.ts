import type { problems } from '../text/da/problems.ts';

export type ProblemCode = keyof typeof problems;

const status: Record<ProblemCode, number> = {
  'not-found': 404,
  'unknown-activity': 404,
  'session-ended': 401,
  'cookies-refused': 401,
  'selection-over': 410,
  'form-refused': 403,
  'too-large': 413,
  'too-much-kept': 422,
  'bad-request': 400,
  'too-many': 429,
  'store-away': 503,
  'store-unsure': 503,
  'page-away': 503,
  'reading-not-noted': 503,
  unexpected: 500,
};

/** An error that the person is told about; its stable code also selects the page's text. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  /** What the person had written, shown so that they can copy it. */
  readonly kept: KeptText[];
  /** Address for continuing in a new window; empty if there is none. */
  readonly nextAction: string;

  constructor(code: ProblemCode, kept: KeptText[] = [], nextAction = '') {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = status[code];
    this.kept = kept;
    this.nextAction = nextAction;
  }
}

export interface KeptText {
  ask: string;
  text: string;
}
