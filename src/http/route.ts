import type { Request, Response } from 'express';
import type { AuditLine } from './auditLine.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Action } from './actions.ts';

/** A page or form under `/rum/<room>`. Every route names its action; `actions.ts` lists the roles that may take it. */
export interface RoomRoute {
  method: 'get' | 'post';
  /** Below `/rum/:room`, for example `/aktivitet/:activity`. */
  path: string;
  action: Action;
  /** Whether this route is the one, where several share a path: the kinds of activity do. Always, where not given. */
  applies?: (visit: Visit) => boolean | Promise<boolean>;
  /**
   * Declared by every staff page that shows what participants have written. Such a page is sent only after its handler
   * has told `noteInAuditLog` whose words are on it; without that the router refuses to send it.
   */
  reads?: 'free-text';
  /** Runs only for a viewer of this very room who may do the action. Rejections become a page by `showProblem`. */
  handle: (visit: Visit) => Promise<void> | void;
}

export interface Visit {
  viewer: Viewer;
  req: Request;
  res: Response;
  /** Writes the line of the access log; a page that `reads` waits for it. Rejects where the line cannot be written. */
  noteInAuditLog: (what: Pick<AuditLine, 'kind' | 'activity' | 'whose'>) => Promise<void>;
}
