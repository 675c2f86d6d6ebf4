import { expect } from 'chai';
import { claims, enter, type Payload } from './support/launching.ts';
import { type Lms, startLms } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';

describe('what is left of odd claims', () => {
  let lms: Lms;
  let tool: Tool;
  before(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
  });
  after(() => Promise.all([lms.close(), tool.close()]));

  const launch = async (changes: Payload) => {
    expect((await enter(lms, tool, { payload: (right) => ({ ...right, ...changes }) })).status).to.equal(303);
    const made = tool.launches.at(-1);
    if (!made) throw new Error('No launch.');
    return made;
  };

  it('ids that are numbers are their text', async () => {
    const made = await launch({ sub: 5, [claims.context]: { id: 7, title: 'x' }, [claims.resourceLink]: { id: 9 } });
    expect(made.person.subject).to.equal('5');
    expect(made.context.id).to.equal('7');
    expect(made.resourceLink.id).to.equal('9');
  });

  it('a custom value that can be used stays beside one that cannot', async () => {
    const made = await launch({ [claims.custom]: { activity: 'modul-1-forberedelse', ids: [1, 2], o: { a: 1 } } });
    expect(made.activity).to.equal('modul-1-forberedelse');
  });

  it('a list in place of a map is none', async () => {
    const made = await launch({
      [claims.custom]: [],
      [claims.presentation]: [],
      [claims.grades]: [],
      name: 5,
      given_name: 7,
      family_name: true,
    });
    expect(made).to.deep.include({ activity: '', returnUrl: '', language: 'da' });
    expect(made.person.name).to.equal('');
    expect(made.services).to.deep.include({ lineItem: '', lineItems: '', scopes: [] });
  });

  it('scopes in one text are scopes, and one odd value costs no other', async () => {
    const endpoint = {
      scope: 'https://a.example/score https://a.example/lineitem',
      lineitem: 7,
      lineitems: 'https://lms.example/items',
    };
    const { services } = await launch({ [claims.grades]: endpoint });
    expect(services.scopes).to.deep.equal(['https://a.example/score', 'https://a.example/lineitem']);
    expect(services).to.include({ lineItem: '', lineItems: 'https://lms.example/items' });
  });
});
