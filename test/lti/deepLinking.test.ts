import { expect } from 'chai';
import { isReturnAddress } from '../../src/lti/deepLinking/settings.ts';
import { type Choosing, choosingAt, membership } from './support/choosing.ts';
import { claims, type Payload } from './support/launching.ts';
import { type Lms, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

describe('a request to choose activities', () => {
  let lms: Lms;
  let tool: Tool;
  let choosing: Choosing;
  beforeEach(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
    choosing = choosingAt(lms, tool);
  });
  afterEach(() => Promise.all([lms.close(), tool.close()]));

  it('is welcomed with no link, and with terms kept on the server', async () => {
    const { id, owner } = await choosing.begin();
    const launch = tool.launches.at(-1)!;
    expect(launch).to.include({ role: 'instructor', activity: 'modul-1-forberedelse' });
    expect(launch.resourceLink).to.deep.equal({ id: '', title: '' });
    expect(JSON.stringify(launch)).not.to.match(/sesskey|csrf:/);
    expect(await tool.lti.selections.find(id, owner)).to.deep.equal({
      activities: true,
      several: true,
      columns: true,
      answered: false,
    });
  });

  it('is for those who build or lead the course by their role in it', async () => {
    for (const role of ['Instructor', 'Administrator', 'ContentDeveloper']) {
      expect((await choosing.ask({}, { [claims.roles]: [`${membership}#${role}`] })).status).to.equal(303);
    }
    const others = [
      `${membership}#Learner`,
      'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
      'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
    ];
    for (const role of others) {
      const response = await choosing.ask({}, { [claims.roles]: [role] });
      expect(response.status).to.equal(403);
      expect(modelOf(await response.text())['code']).to.equal('choosing');
    }
    expect(tool.launches).to.have.length(3);
  });

  it('works without a context: a room for the one who chooses', async () => {
    const { owner } = await choosing.begin({}, { [claims.context]: undefined });
    expect(owner.context).to.equal('chooser:user-4');
  });

  const wrong: Record<string, Payload> = {
    'no return address': { deep_link_return_url: undefined },
    'an empty return address': { deep_link_return_url: '' },
    'a return address that is none': { deep_link_return_url: '/return' },
    'a return address of another kind': { deep_link_return_url: 'javascript:alert(1)' },
    'a return address with a password': { deep_link_return_url: 'https://a:b@lms.example/' },
    'a return address that would change our headers': { deep_link_return_url: 'https://lms.example;sandbox/' },
    'a return address that is an object': { deep_link_return_url: { $ne: '' } },
    'no types': { accept_types: undefined },
    'types as text': { accept_types: 'ltiResourceLink' },
    'several as an object': { accept_multiple: { $ne: false } },
    'data that is an object': { data: { csrf: 1 } },
    'data that is a number': { data: 7 },
    'data without end': { data: 'x'.repeat(50_001) },
  };
  for (const [name, change] of Object.entries(wrong)) {
    it(`with ${name} is refused`, async () => {
      const response = await choosing.ask(change);
      expect(modelOf(await response.text())['code']).to.equal('claims');
      expect(response.status).to.equal(400);
      expect(tool.launches).to.have.length(0);
    });
  }

  it('may lead to http only where private platforms are allowed, and to any host that the platform signs for', () => {
    expect(isReturnAddress('http://lms.example/return', true)).to.equal(true);
    expect(isReturnAddress('http://lms.example/return', false)).to.equal(false);
    expect(isReturnAddress('https://school.lms.example:8443/return?a=b', false)).to.equal(true);
    expect(isReturnAddress('https://[::1]/return', false)).to.equal(true);
  });

  const answersTo = { true: true, false: false, '"true"': true, '"False"': false, '"perhaps"': false, null: false };
  for (const [json, expected] of Object.entries(answersTo)) {
    it(`takes accept_multiple ${json} for ${String(expected)}`, async () => {
      const { id, owner } = await choosing.begin({ accept_multiple: JSON.parse(json) as unknown });
      expect((await tool.lti.selections.find(id, owner))?.several).to.equal(expected);
    });
  }

  it('takes one thing where the platform does not say, and brings columns unless it says no', async () => {
    const silent = await choosing.begin({ accept_multiple: undefined });
    expect(await tool.lti.selections.find(silent.id, silent.owner)).to.include({ several: false, columns: true });
    const none = await choosing.begin({ accept_lineitem: 'false' });
    expect(await tool.lti.selections.find(none.id, none.owner)).to.include({ columns: false });
  });
});
