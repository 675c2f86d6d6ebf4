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
  /** Whether this route applies, if several share a path, as the kinds of activity do. Default: always. */
  applies?: (visit: Visit) => boolean | Promise<boolean>;
  /**
   * Declared by every staff page that shows what participants have written. Such a page is sent only after its handler
   * has told `noteInAuditLog` whose words it shows; otherwise the router refuses to send it.
   */
  reads?: 'free-text';
  /** A form with a file, which is read of those alone who may do the action. */
  takesFile?: boolean;
  /** Runs only for a viewer of this very room who may do the action. `showProblem` turns rejections into a page. */
  handle: (visit: Visit) => Promise<void> | void;
}

export interface Visit {
  viewer: Viewer;
  req: Request;
  res: Response;
  /** Writes the entry in the audit log; a page that `reads` waits for it. Rejects if the entry cannot be written. */
  noteInAuditLog: (what: Pick<AuditLine, 'kind' | 'activity' | 'whose'>) => Promise<void>;
}
