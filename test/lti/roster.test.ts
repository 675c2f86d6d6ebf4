import { expect } from 'chai';
import { noMeasures } from '../../src/domain/measures.ts';
import { pino } from 'pino';
import type { RosterAnswer, RosterRequest } from '../../src/rooms/roster.ts';
import { createRoster } from '../../src/lti/roster.ts';
import { type Lms, startLms } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';

const MINUTE = 60_000;

describe('the roster', () => {
  let lms: Lms;
  let tool: Tool;
  let platform: string;
  before(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    platform = (await tool.lti.platforms.add(lms.facts)).id;
  });
  beforeEach(() => {
    lms.received.splice(0);
    tool.clock.now += 10 * MINUTE;
  });
  after(() => Promise.all([lms.close(), tool.close()]));

  const read = (resourceLink = '', seen: RosterRequest['seen'] = []): Promise<RosterAnswer> =>
    tool.lti.roster({ platform, memberships: `${lms.url}/members?course=1`, resourceLink, seen });
  const subjects = (answer: RosterAnswer) =>
    answer.kind === 'members' ? answer.members.map(({ subject }) => subject) : answer.kind;
  const asked = () => lms.received.map(({ path }) => path).filter((path) => path.startsWith('/members'));
  const listing = (...ids: string[]) => ({
    status: 200,
    body: { members: ids.map((id) => ({ user_id: id, roles: ['Learner'] })) },
  });

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
          members: [{ user_id: 7, given_name: 'Bo', family_name: 'Lund', roles: 'Instructor' }],
        },
      },
    ]);
    expect(await read()).to.deep.equal({
      kind: 'members',
      members: [
        { subject: '4', name: 'Kim Holm', role: 'participant' },
        { subject: '5', name: '', role: 'participant' },
        { subject: '7', name: 'Bo Lund', role: 'instructor' },
      ],
    });
    expect(asked()).to.deep.equal(['/members?course=1', '/members?course=1&from=2']);
    expect(lms.received.at(-1)!.headers['accept']).to.equal('application/vnd.ims.lti-nrps.v2.membershipcontainer+json');
  });

  it('has names as in a launch, where the platform escapes them as Moodle does', async () => {
    const named = [
      { user_id: '4', name: "Bo O'Brien &amp; Søn" },
      { user_id: '5', given_name: 'A &lt;b&gt;', family_name: 'Holm &amp;amp; Lund' },
    ];
    lms.replies.set('/members', [
      { status: 200, body: { members: named.map((one) => ({ ...one, roles: ['Learner'] })) } },
    ]);
    const answer = await read();
    expect(answer.kind === 'members' && answer.members.map(({ name }) => name)).to.deep.equal([
      "Bo O'Brien & Søn",
      'A <b> Holm &amp; Lund',
    ]);
  });

  it('ends, though the next page be the same', async () => {
    lms.replies.set('/members', [{ ...listing('4'), headers: { link: `<${lms.url}/members?course=1>; rel=next` } }]);
    expect(subjects(await read())).to.deep.equal(['4']);
  });

  it('is that of the link, where the platform has one', async () => {
    lms.replies.set('/members', [listing('4')]);
    expect(subjects(await read('link/1'))).to.deep.equal(['4']);
    expect(asked()).to.deep.equal(['/members?course=1&rlid=link%2F1']);
  });

  for (const status of [400, 404]) {
    it(`is that of the course, where the platform answers ${status} to the link's`, async () => {
      lms.replies.set('/members', [{ status }, listing('4', '5')]);
      expect(subjects(await read('link-1'))).to.deep.equal(['4', '5']);
      expect(asked()).to.deep.equal(['/members?course=1&rlid=link-1', '/members?course=1']);
    });
  }

  it('is asked for once in a minute, and by one request however many look', async () => {
    lms.replies.set('/members', [listing('4'), listing('4', '5')]);
    await Promise.all([read(), read(), read()]);
    tool.clock.now += MINUTE - 1;
    expect(subjects(await read())).to.deep.equal(['4']);
    expect(asked()).to.have.length(1);
    tool.clock.now += 1;
    expect(subjects(await read())).to.deep.equal(['4', '5']);
  });

  for (const reply of [{ status: 500 }, { status: 404 }, { status: 403 }, { status: 200, body: 'no json' }]) {
    it(`is silence, not an error, after ${reply.status} ${'body' in reply ? reply.body : ''}; and asked for anew`, async () => {
      lms.replies.set('/members', [reply]);
      expect(await read()).to.deep.equal({ kind: 'silent' });
      lms.replies.set('/members', [listing('4')]);
      expect(subjects(await read())).to.deep.equal(['4']);
    });
  }

  it('is silence where the platform is shut out', async () => {
    const { id } = await tool.lti.platforms.add({ ...lms.facts, clientId: 'out' });
    await tool.lti.platforms.deactivate(id);
    const answer = await tool.lti.roster({
      platform: id,
      memberships: `${lms.url}/members`,
      resourceLink: '',
      seen: [],
    });
    expect(answer.kind).to.equal('silent');
    expect(asked()).to.deep.equal([]);
  });

  it('is not offered where the launch named none', async () =>
    expect(await tool.lti.roster({ platform, memberships: '', resourceLink: 'link-1', seen: [] })).to.deep.equal({
      kind: 'not-offered',
    }));

  it('is not waited for when it is slow; what comes late is there for the next look', async () => {
    const late = Promise.withResolvers<undefined>();
    const body = JSON.stringify({ members: [{ user_id: '4', roles: [] }] });
    const roster = createRoster({
      platforms: {
        get: (id) => Promise.resolve({ ...lms.facts, id, status: 'active', keys: [], learned: [], createdAt: 0 }),
      },
      call: () => late.promise.then(() => ({ status: 200, headers: {}, text: body })),
      clock: () => tool.clock.now,
      log: pino({ level: 'silent' }),
      measures: noMeasures,
      patience: 1,
    });
    const request = { platform, memberships: 'https://lms.example/members', resourceLink: '', seen: [] };
    expect(await roster(request)).to.deep.equal({ kind: 'silent' });
    late.resolve(undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(subjects(await roster(request))).to.deep.equal(['4']);
  });

  describe('that goes on', () => {
    for (const link of ['<https://evil.example/members>; rel="next"', '/members?page=2; rel="next"'])
      it(`is silence, never shorter, where it goes on at ${link}`, async () => {
        lms.replies.set('/members', [{ ...listing('4'), headers: { link } }]);
        expect(await read()).to.deep.equal({ kind: 'silent' });
        expect(tool.logs.at(-1)).to.include({ platform, cause: 'a page is named that cannot be read' });
      });

    it('is silence where it never ends', async () => {
      const pages = Array.from({ length: 60 }, (_, page) => ({
        ...listing(String(page)),
        headers: { link: `</members?page=${page + 1}>; rel="next"` },
      }));
      lms.replies.set('/members', pages);
      expect(await read()).to.deep.equal({ kind: 'silent' });
      expect(asked()).to.have.length(50);
    });
  });

  describe('that cannot be right', () => {
    const silentBecause = (cause: string, answer: RosterAnswer) => {
      expect(answer).to.deep.equal({ kind: 'silent' });
      expect(tool.logs.at(-1)).to.include({ platform, cause });
    };

    it('is silence where nobody is listed', async () => {
      lms.replies.set('/members', [listing()]);
      silentBecause('nobody is listed', await read());
    });

    it('is silence where one of those listed cannot be read', async () => {
      const members = [{ user_id: '4', roles: ['Learner'] }, { name: 'no id' }];
      lms.replies.set('/members', [{ status: 200, body: { members } }]);
      silentBecause('a member cannot be read', await read());
    });

    it('is silence where it holds teachers alone, though participants have been here', async () => {
      const members = [{ user_id: '4', roles: ['Instructor'] }];
      lms.replies.set('/members', [{ status: 200, body: { members } }]);
      expect(subjects(await read()), 'nobody has been here').to.deep.equal(['4']);
      silentBecause('no participant is listed', await read('', [{ subject: '5', lastSeen: 0 }]));
    });

    it('is silence where someone who has just come is not on it; not of a link’s own list', async () => {
      lms.replies.set('/members', [listing('4')]);
      const seen = [{ subject: '5', lastSeen: tool.clock.now - MINUTE }];
      silentBecause('someone who has just come is not listed', await read('', seen));
      expect(subjects(await read('link-1', seen))).to.deep.equal(['4']);
      tool.clock.now += 10 * MINUTE;
      expect(subjects(await read('', seen)), 'who has been away may have left').to.deep.equal(['4']);
    });

    it('is asked for once more where someone has come since', async () => {
      lms.replies.set('/members', [listing('4'), listing('4', '5')]);
      await read();
      tool.clock.now += 1000;
      const seen = [{ subject: '5', lastSeen: tool.clock.now }];
      tool.clock.now += 1000;
      const answers = await Promise.all([read('', seen), read('', seen)]);
      expect(answers.map(subjects)).to.deep.equal([
        ['4', '5'],
        ['4', '5'],
      ]);
      expect(asked()).to.have.length(2);
    });
  });
});
