import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express, { type Response } from 'express';
import type { AuditLine } from '../../src/http/auditLine.ts';
import type { Viewer } from '../../src/domain/viewer.ts';
import { watchAudit, type AuditWatch } from '../../src/http/auditing.ts';

const viewer: Viewer = {
  room: 'r1',
  person: 'ulla',
  role: 'instructor',
  language: 'da',
  session: 's',
  csrf: 'c',
  since: 0,
  returnUrl: '',
};
const what = { kind: 'answers', activity: 'a', whose: ['sara'] } as const;
const SECRET = 'someone’s own words';

/** What a browser gets from a route that reads free text, and what the log holds then. */
async function visit(handle: (watch: AuditWatch, res: Response) => Promise<void> | void) {
  const lines: Omit<AuditLine, 'at'>[] = [];
  const app = express().get('/', async (_req, res) => {
    const watch = watchAudit({ note: (line) => Promise.resolve(void lines.push(line)) }, { viewer, res });
    await watch.guard(() => handle(watch, res));
  });
  // oxlint-disable-next-line max-params
  app.use(((_error, _req, res, _next) => void res.status(500).send('a problem')) as express.ErrorRequestHandler);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { redirect: 'manual' });
  const text = await answer.text();
  server.close();
  return { status: answer.status, text, lines };
}

describe('a page that reads free text', () => {
  it('is sent when it has said whose', async () => {
    const seen = await visit(async ({ note }, res) => {
      await note({ ...what, whose: ['sara'] });
      res.send(SECRET);
    });
    expect(seen).to.deep.include({ status: 200, text: SECRET });
    expect(seen.lines).to.deep.equal([{ ...what, room: 'r1', reader: 'ulla', role: 'instructor' }]);
  });

  const ways: Record<string, (res: Response) => unknown> = {
    send: (res) => res.send(SECRET),
    json: (res) => res.json({ SECRET }),
    write: (res) => res.write(SECRET),
    end: (res) => res.end(SECRET),
  };
  for (const [name, way] of Object.entries(ways)) {
    it(`is not sent by ${name} before it has`, async () => {
      const seen = await visit((_watch, res) => void way(res));
      expect(seen).to.deep.equal({ status: 500, text: 'a problem', lines: [] });
    });
  }

  it('may lead elsewhere without a line', async () => {
    expect((await visit((_watch, res) => res.redirect(303, '/'))).status).to.equal(303);
  });
});
