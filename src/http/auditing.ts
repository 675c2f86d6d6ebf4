import type { Response } from 'express';
import type { AuditNotes } from './auditLine.ts';
import type { Viewer } from '../domain/viewer.ts';
import { Problem } from './problem.ts';
import type { Visit } from './route.ts';

/** A page was about to be sent of which no one has said whose words it shows. The fault is ours, in the route. */
class UnauditedPage extends Error {
  constructor() {
    super('A page that reads free text was not sent: its handler had not called noteInAuditLog.');
    this.name = 'UnauditedPage';
  }
}

export interface AuditWatch {
  note: Visit['noteInAuditLog'];
  /** Runs a handler that must have noted what it shows before it sends anything but a redirect or a problem. */
  guard: (handle: () => Promise<void> | void) => Promise<void>;
}

/** The access log of one visit: no page without a line. Where the line cannot be written, the visit ends in a problem. */
export function watchAudit(auditLog: AuditNotes, { viewer, res }: { viewer: Viewer; res: Response }): AuditWatch {
  let isNoted = false;
  return {
    note: async (what) => {
      try {
        await auditLog.note({ ...what, room: viewer.room, reader: viewer.person, role: viewer.role });
      } catch (error) {
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

/** Every way out of a response asks first. What gives the response back as it was, for the page that tells of an error. */
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
