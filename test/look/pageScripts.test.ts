import { expect } from 'chai';
import { testApp } from '../support/testApp.ts';

const EVERYWHERE = ['frame', 'keptInTab', 'sendOnce', 'wholeWindow'];

describe('the scripts of a page', () => {
  let app: Awaited<ReturnType<typeof testApp>>;
  before(async () => (app = await testApp({ at: '2026-11-23T10:00:00Z' })));
  after(() => app.close());

  it('are those that it has a use for', async () => {
    const { cookie, home } = await app.arrive();
    const scriptsOf = async (path: string) => {
      const html = await (await fetch(app.origin + home + path, { headers: { cookie } })).text();
      return [...html.matchAll(/src="\/assets\/js\/(\w+)\.js/g)].map(([, name]) => name).sort();
    };
    const withFields = [...EVERYWHERE, 'autosave', 'counter', 'focus'].sort();
    expect(await scriptsOf('/')).to.deep.equal(EVERYWHERE);
    expect(await scriptsOf('/handleplaner')).to.deep.equal(EVERYWHERE);
    expect(await scriptsOf('/vaerktoejskasse/soevn')).to.deep.equal([...EVERYWHERE, 'print', 'readAloud'].sort());
    expect(await scriptsOf('/humoerdagbog')).to.deep.equal(withFields);
    expect(await scriptsOf('/aktivitet/modul-1-forberedelse/trin/3')).to.include.members(['autosave', 'focus']);
  });
});
