import { expect } from 'chai';
import { logPath } from '../../src/http/log.ts';

const ROOM = 'iAfR8R5VRZG5uLPSyRtgRw';
const PERSON = 'x0-1vTrhQ_G2nq8zVbnMZg';

describe('the path in a log line', () => {
  const paths: Record<string, string> = {
    [`/rum/${ROOM}/`]: '/rum/iAfR8R…/',
    [`/rum/${ROOM}/aktivitet/modul-1-forberedelse/trin/2?x=${PERSON}`]:
      '/rum/iAfR8R…/aktivitet/modul-1-forberedelse/trin/2',
    [`/rum/${ROOM}/aktivitet/spoergeskema-3-maaneder`]: '/rum/iAfR8R…/aktivitet/spoergeskema-3-maaneder',
    [`/rum/${ROOM}/aktivitet/handleplan-2026-11-16/trin/begynd`]:
      '/rum/iAfR8R…/aktivitet/handleplan-2026-11-16/trin/begynd',
    [`/rum/${ROOM}/personer/${PERSON}/slet`]: '/rum/iAfR8R…/personer/x0-1vT…/slet',
    [`/RUM/${ROOM}/PERSONER/${PERSON}`]: '/RUM/iAfR8R…/PERSONER/x0-1vT…',
    [`//rum/${ROOM.toLowerCase()}/personer/${PERSON.toLowerCase()}`]: '//rum/iafr8r…/personer/x0-1vt…',
    [`/rum/${ROOM}/vaelg/${PERSON}`]: '/rum/iAfR8R…/vaelg/x0-1vT…',
    [`/drift/platform/${PERSON}/slaa-fra`]: '/drift/platform/x0-1vT…/slaa-fra',
    [`/Svar/${PERSON}`]: '/svar/…',
    [`/Drift/${PERSON}abcdef`]: '/drift/…',
    '/persondata': '/persondata',
    '/tilgaengelighed': '/tilgaengelighed',
  };
  for (const [path, shown] of Object.entries(paths))
    it(`is ${shown} for ${path}`, () => expect(logPath(path)).to.equal(shown));
});
