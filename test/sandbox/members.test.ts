import { expect } from 'chai';
import { claim, media, role, scope } from '../../src/sandbox/vocabulary.ts';
import { people } from '../support/platform/startPlatform.ts';
import { callService, type Call } from './support/service.ts';
import { openTrial, type Trial } from './support/trial.ts';

interface Member {
  user_id: string;
  roles: string[];
  name?: string;
  status: string;
  message?: Record<string, unknown>[];
}

const path = '/services/CourseSection/2/bindings/1/memberships';

describe('the sandbox: names and roles', () => {
  let trial: Trial;
  before(async () => {
    trial = await openTrial();
  });
  after(() => trial.close());

  const ask = (query = '', call: Partial<Call> = {}) =>
    callService(trial, { path: path + query, accept: media.members, ...call });
  const members = async (query = ''): Promise<Member[]> =>
    ((await (await ask(query)).json()) as { members: Member[] }).members;

  it('lists participants and instructor with short roles; the administrator is not enrolled', async () => {
    const response = await ask();
    expect(response.headers.get('content-type')).to.include(media.members);
    const container = (await response.json()) as { id: string; context: { id: string }; members: Member[] };
    expect(container.id).to.equal(trial.platform.issuer + path);
    expect(container.context.id).to.equal('2');
    expect(container.members.map((member) => member.user_id)).to.have.members([
      people.mette,
      people.jens,
      people.amina,
      people.unnamed,
      people.instructor,
    ]);
    const instructor = container.members.find((member) => member.user_id === people.instructor);
    expect(instructor).to.include({ name: 'Ulla Brandt', status: 'Active' });
    expect(instructor?.roles).to.deep.equal(['Instructor']);
  });

  it('has no name for the person without one', async () => {
    const unnamed = (await members()).find((member) => member.user_id === people.unnamed);
    expect(unnamed).not.to.have.any.keys('name', 'given_name', 'family_name', 'email', 'ext_user_username');
  });

  it('filters by role, short or in full', async () => {
    expect((await members('?role=Instructor')).map((member) => member.user_id)).to.deep.equal([people.instructor]);
    expect(await members(`?role=${encodeURIComponent(role.learner)}`)).to.have.length(4);
  });

  it('pages; the next link forgets the role, as Moodle’s', async () => {
    const first = await ask('?role=Learner&limit=2');
    expect(first.headers.get('link')).to.equal(`<${trial.platform.issuer}${path}?limit=2&from=2>; rel="next"`);
    const pages = [await members('?limit=2'), await members('?limit=2&from=2'), await members('?limit=2&from=4')];
    expect(pages.map((page) => page.length)).to.deep.equal([2, 2, 1]);
    expect((await ask('?limit=2&from=4')).headers.get('link')).to.equal(null);
  });

  it('adds the message of a resource link, and does not know an unknown one', async () => {
    const [member] = await members('?rlid=17');
    expect(member?.message?.[0]?.[claim.custom]).to.include({ activity: 'modul-1-forberedelse' });
    expect((await ask('?rlid=999')).status).to.equal(404);
  });

  it('refuses another media type, and a token without the scope', async () => {
    expect((await ask('', { accept: 'application/json' })).status).to.equal(400);
    expect((await ask('', { scopes: [scope.score] })).status).to.equal(401);
    expect((await ask('', { token: '' })).status).to.equal(401);
  });
});
