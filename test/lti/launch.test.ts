import { expect } from 'chai';
import { claims, enter } from './support/launching.ts';
import { type Lms, startLms } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';

describe('a launch', () => {
  let lms: Lms;
  let tool: Tool;
  before(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
  });
  after(() => Promise.all([lms.close(), tool.close()]));

  it('that is right is welcomed, reduced to what the product uses', async () => {
    const response = await enter(lms, tool);
    expect(response.status).to.equal(303);
    expect(response.headers.get('location')).to.equal('/rum/test');
    const [platform] = await tool.lti.platforms.list();
    expect(tool.launches.at(-1)).to.deep.equal({
      platform: platform?.id,
      deployment: 'deployment-1',
      context: { id: 'course-1', title: 'Hold 12' },
      resourceLink: { id: 'link-1', title: 'Modul 1' },
      person: { subject: 'user-4', name: 'Kim Holm' },
      role: 'participant',
      receivedRoles: ['membership#Learner'],
      language: 'da',
      activity: 'modul-1-forberedelse',
      services: {
        lineItem: `${lms.url}/lineitems/9/lineitem?type_id=1`,
        lineItems: `${lms.url}/lineitems?type_id=1`,
        scopes: lms.facts.scopes,
        memberships: `${lms.url}/members`,
      },
      returnUrl: `${lms.url}/return`,
    });
  });

  it('works where the platform withholds name, grades and roster', async () => {
    const withheld = ['name', 'given_name', 'family_name', claims.grades, claims.members, claims.custom];
    const response = await enter(lms, tool, {
      payload: (payload) => Object.fromEntries(Object.entries(payload).filter(([name]) => !withheld.includes(name))),
    });
    expect(response.status).to.equal(303);
    expect(tool.launches.at(-1)).to.deep.include({
      person: { subject: 'user-4', name: '' },
      activity: '',
      services: { lineItem: '', lineItems: '', scopes: [], memberships: '' },
    });
  });

  it('takes what the LMS tells of a participant for the statistics, of others nothing, and no unfilled variable', async () => {
    const custom = { activity: '', kommune: 'Køge Kommune', koen: 'K', foedselsaar: '$User.birthyear' };
    await enter(lms, tool, { payload: (payload) => ({ ...payload, [claims.custom]: custom }) });
    expect(tool.launches.at(-1)).to.deep.include({ background: { municipality: 'Køge', sex: 'kvinde' } });
    const roles = ['http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor'];
    await enter(lms, tool, { payload: (payload) => ({ ...payload, [claims.custom]: custom, [claims.roles]: roles }) });
    expect(tool.launches.at(-1)).to.have.property('role', 'instructor').and.not.have.property('background');
  });

  it('takes huge and hostile words as words', async () => {
    const title = `<script>alert(1)</script> 😀\r\n${'x'.repeat(10_000)}`;
    const response = await enter(lms, tool, {
      payload: (payload) => ({ ...payload, name: title, [claims.context]: { id: 'course-1', title } }),
    });
    expect(response.status).to.equal(303);
    const { person, context } = tool.launches.at(-1)!;
    expect(Array.from(person.name)).to.have.length(120);
    expect(context.title).to.match(/^<script>alert\(1\)<\/script> 😀 x+…$/u);
  });

  it('asks for the key set once for many launches', async () => {
    const before = lms.countOf('/keys');
    await Promise.all(Array.from({ length: 5 }, () => enter(lms, tool)));
    expect(lms.countOf('/keys')).to.equal(before);
  });

  it('leaves no trace of persons, tokens or states in the log', async () => {
    await enter(lms, tool);
    await enter(lms, tool, { payload: (payload) => ({ ...payload, nonce: 'other' }) });
    const log = JSON.stringify(tool.logs);
    for (const secret of ['user-4', 'Kim', 'eyJ', 'link-1', 'Hold 12']) expect(log).not.to.include(secret);
    expect(tool.logs.some(({ code }) => code === 'nonce')).to.equal(true);
  });
});
