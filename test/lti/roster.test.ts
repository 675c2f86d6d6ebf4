import { expect } from 'chai';
import { nextPage } from '../../src/lti/roster.ts';
import { type Lms, startLms } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';

describe('the roster', () => {
  let lms: Lms;
  let tool: Tool;
  let platform: string;
  before(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    platform = (await tool.lti.platforms.add(lms.facts)).id;
  });
  after(() => Promise.all([lms.close(), tool.close()]));

  const read = () => tool.lti.roster({ platform, memberships: `${lms.url}/members?course=1` });

  it('is read page by page, without those who have left', async () => {
    const link = `<${lms.url}/members?course=1&amp;from=2>; rel="next"`;
    lms.replies.set('/members', [
      {
        status: 200,
        headers: { link },
        body: {
          members: [
            { user_id: '4', name: 'Kim Holm', roles: ['Learner'], status: 'Active' },
            { user_id: '5', roles: ['Learner'] },
            { user_id: '6', name: 'Gone', roles: ['Learner'], status: 'Inactive' },
          ],
        },
      },
      {
        status: 200,
        body: {
          members: [{ user_id: '7', given_name: 'Bo', family_name: 'Lund', roles: ['Instructor'] }, { name: 'no id' }],
        },
      },
    ]);
    expect(await read()).to.deep.equal([
      { subject: '4', name: 'Kim Holm', role: 'participant' },
      { subject: '5', name: '', role: 'participant' },
      { subject: '7', name: 'Bo Lund', role: 'instructor' },
    ]);
    expect(lms.received.at(-1)!.path).to.equal('/members?course=1&from=2');
    expect(lms.received.at(-1)!.headers['accept']).to.equal('application/vnd.ims.lti-nrps.v2.membershipcontainer+json');
  });

  it('ends, though the next page be the same', async () => {
    const reply = { status: 200, headers: { link: `<${lms.url}/members?course=1>; rel=next` }, body: { members: [] } };
    lms.replies.set('/members', [reply]);
    expect(await read()).to.deep.equal([]);
  });

  for (const reply of [{ status: 500 }, { status: 404 }, { status: 200, body: 'no json' }]) {
    it(`is absent, not an error, after ${reply.status} ${'body' in reply ? reply.body : ''}`, async () => {
      lms.replies.set('/members', [reply]);
      expect(await read()).to.equal(undefined);
    });
  }

  it('is absent where the platform offers none', async () =>
    expect(await tool.lti.roster({ platform, memberships: '' })).to.equal(undefined));

  it('never sends our token to another place', () => {
    expect(nextPage('<https://evil.example/members>; rel="next"', 'https://lms.example/members')).to.equal(undefined);
    expect(nextPage('</members?page=2>; rel="next", </members>; rel="first"', 'https://lms.example/m')).to.equal(
      'https://lms.example/members?page=2',
    );
  });
});
