import type { Response } from 'express';
import type { AuditNotes } from './auditLine.ts';
import type { Viewer } from '../domain/viewer.ts';
import { Problem } from './problem.ts';
import type { Visit } from './route.ts';

/**
 * A route was about to send a page without having recorded whose words it shows. This is our own fault, in the route.
 */
class UnauditedPage extends Error {
  constructor() {
    super('A page that reads free text was not sent: its handler had not called noteInAuditLog.');
    this.name = 'UnauditedPage';
  }
}

export interface AuditWatch {
  note: Visit['noteInAuditLog'];
  /** Runs a handler, which must record what it shows before it sends anything except a redirect or a problem. */
  guard: (handle: () => Promise<void> | void) => Promise<void>;
}

/**
 * The audit log of one visit: no page is sent without an entry. If the entry cannot be written, the visit ends in a
 * problem.
 */
export function watchAudit(auditLog: AuditNotes, { viewer, res }: { viewer: Viewer; res: Response }): AuditWatch {
  let isNoted = false;
  return {
    note: async (what) => {
      try {
        await auditLog.note({ ...what, room: viewer.room, reader: viewer.person, role: viewer.role });
      } catch (error) {
        // For a form, it must say that nothing was saved, and give the text back.
        if (res.req.method === 'POST') throw error;
        throw Object.assign(new Problem('reading-not-noted'), { cause: error });
      }
      isNoted = true;
    },
    guard: async (handle) => {
      const release = holdBack(res, () => {
        if (!isNoted && !isRedirect(res)) throw new UnauditedPage();
      });
      try {
        await handle();
      } finally {
        release();
      }
    },
  };
}

function isRedirect({ statusCode }: Response): boolean {
  return statusCode >= 300 && statusCode < 400;
}

const WAYS_OUT = ['render', 'send', 'write', 'end'];

/**
 * Makes every way of sending the response call `check` first. Returns a function that undoes this, for the error page.
 */
function holdBack(res: Response, check: () => void): () => void {
  const asItWas = WAYS_OUT.map((name) => [name, Reflect.get(res, name) as (...given: unknown[]) => unknown] as const);
  for (const [name, way] of asItWas) {
    Reflect.set(res, name, (...given: unknown[]) => {
      check();
      return way.apply(res, given);
    });
  }
  return () => {
    for (const [name, way] of asItWas) Reflect.set(res, name, way);
  };
}
