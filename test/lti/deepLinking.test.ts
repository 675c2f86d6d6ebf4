import { expect } from 'chai';
import fc from 'fast-check';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import type { ChosenItem, SelectionAnswer, SelectionForm, SelectionOwner } from '../../src/domain/selection.ts';
import { isReturnAddress } from '../../src/lti/deepLinking/settings.ts';
import { claims, enter, type Payload } from './support/launching.ts';
import { type Lms, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

const dl = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const settingsClaim = `${dl}deep_linking_settings`;
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const minute = 60_000;

const one: ChosenItem = {
  title: 'Første',
  text: 'Om den',
  activity: 'modul-1-forberedelse',
  picture: 'prep',
  tag: 'prep',
};
const front: ChosenItem = { title: 'Min uge', text: 'Nu', activity: '', picture: 'front', tag: '' };

describe('a content selection', () => {
  let lms: Lms;
  let tool: Tool;
  beforeEach(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
  });
  afterEach(() => Promise.all([lms.close(), tool.close()]));

  const settings = (): Payload => ({
    deep_link_return_url: `${lms.url}/return?sesskey=abc&id=1`,
    accept_types: ['link', 'ltiResourceLink'],
    accept_presentation_document_targets: ['iframe'],
    accept_multiple: true,
    data: 'csrf:4f&<b>"',
  });
  const undefinedDropped = (payload: Payload): Payload =>
    Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));

  /** A request by an instructor that is right, but for what is changed; `undefined` leaves out. */
  const ask = (changedSettings: Payload = {}, changed: Payload = {}) =>
    enter(lms, tool, {
      payload: (payload) =>
        undefinedDropped({
          ...payload,
          [claims.messageType]: 'LtiDeepLinkingRequest',
          [claims.resourceLink]: undefined,
          [claims.roles]: [`${membership}#Instructor`],
          [settingsClaim]: undefinedDropped({ ...settings(), ...changedSettings }),
          ...changed,
        }),
    });

  const begin = async (changedSettings: Payload = {}, changed: Payload = {}) => {
    expect((await ask(changedSettings, changed)).status).to.equal(303);
    const { selection, platform, deployment, context, person } = tool.launches.at(-1)!;
    const owner: SelectionOwner = { platform, deployment, context: context.id, subject: person.subject };
    return { id: selection!, owner };
  };
  const answer = async (changedSettings: Payload, given: SelectionAnswer) => {
    const { id, owner } = await begin(changedSettings);
    return tool.lti.selections.answer(id, owner, given);
  };

  /** What a strict platform reads. */
  const verified = async (form: SelectionForm | undefined) => {
    expect(form?.fields.map(({ name }) => name)).to.deep.equal(['JWT']);
    const keys = createLocalJWKSet((await (await fetch(`${tool.url}/lti/keys`)).json()) as JSONWebKeySet);
    const { payload } = await jwtVerify(form?.fields[0]?.value ?? '', keys, {
      algorithms: ['RS256'],
      issuer: 'client-1',
      audience: lms.url,
      requiredClaims: ['nonce', 'iat', 'exp'],
    });
    return payload;
  };

  it('is welcomed with no link, and with terms kept on the server', async () => {
    const { id, owner } = await begin();
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
      expect((await ask({}, { [claims.roles]: [`${membership}#${role}`] })).status).to.equal(303);
    }
    const others = [
      `${membership}#Learner`,
      'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
      'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
    ];
    for (const role of others) {
      const response = await ask({}, { [claims.roles]: [role] });
      expect(response.status).to.equal(403);
      expect(modelOf(await response.text())['code']).to.equal('choosing');
    }
    expect(tool.launches).to.have.length(3);
  });

  it('works without a context: a room for the one who chooses', async () => {
    const { owner } = await begin({}, { [claims.context]: undefined });
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
      const response = await ask(change);
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
      const { id, owner } = await begin({ accept_multiple: JSON.parse(json) as unknown });
      expect((await tool.lti.selections.find(id, owner))?.several).to.equal(expected);
    });
  }

  it('takes one thing where the platform does not say, and brings columns unless it says no', async () => {
    const silent = await begin({ accept_multiple: undefined });
    expect(await tool.lti.selections.find(silent.id, silent.owner)).to.include({ several: false, columns: true });
    const none = await begin({ accept_lineitem: 'false' });
    expect(await tool.lti.selections.find(none.id, none.owner)).to.include({ columns: false });
  });

  it('is answered with a signed message that holds what was chosen, in order', async () => {
    const form = await answer({}, { items: [front, one], message: '2 valgt', log: '2 chosen' });
    expect(form?.address).to.equal(`${lms.url}/return?sesskey=abc&id=1`);
    const payload = await verified(form);
    expect(payload).to.deep.include({
      [claims.messageType]: 'LtiDeepLinkingResponse',
      [claims.version]: '1.3.0',
      [claims.deployment]: 'deployment-1',
      [`${dl}data`]: 'csrf:4f&<b>"',
      [`${dl}msg`]: '2 valgt',
      [`${dl}log`]: '2 chosen',
    });
    const icon = (name: string) => ({
      url: `${tool.url}/assets/images/activities/${name}.png`,
      width: 96,
      height: 96,
    });
    expect(payload[`${dl}content_items`]).to.deep.equal([
      { type: 'ltiResourceLink', title: 'Min uge', text: 'Nu', icon: icon('front') },
      {
        type: 'ltiResourceLink',
        title: 'Første',
        text: 'Om den',
        icon: icon('prep'),
        custom: { activity: 'modul-1-forberedelse' },
        lineItem: { scoreMaximum: 100, label: 'Første', resourceId: 'modul-1-forberedelse', tag: 'prep' },
      },
    ]);
    expect(payload.exp! - payload.iat!).to.equal(300);
  });

  it('brings no column where the platform wants none', async () => {
    const payload = await verified(await answer({ accept_lineitem: false }, { items: [one] }));
    expect((payload[`${dl}content_items`] as object[])[0]).not.to.have.property('lineItem');
  });

  it('gives the platform’s note back as it came: whatever it is, empty too, and none where there was none', async function () {
    this.timeout(20_000);
    const none = await verified(await answer({ data: undefined }, { items: [] }));
    expect(none).not.to.have.property(`${dl}data`);
    const notes = fc.oneof(fc.constant(''), fc.string({ unit: 'binary' }), fc.json());
    await fc.assert(
      fc.asyncProperty(notes, async (data) => {
        expect((await verified(await answer({ data }, { items: [] })))[`${dl}data`]).to.equal(data);
      }),
      { numRuns: 25 },
    );
  });

  it('tells the platform why where nothing could be chosen', async () => {
    const given = { items: [], error: 'Her går det ikke', log: 'no ltiResourceLink' };
    const payload = await verified(await answer({ accept_types: ['file'] }, given));
    expect(payload).to.deep.include({
      [`${dl}content_items`]: [],
      [`${dl}errormsg`]: 'Her går det ikke',
      [`${dl}errorlog`]: 'no ltiResourceLink',
    });
  });

  it('sends nothing that the platform did not say it takes', async () => {
    expect(await answer({ accept_multiple: false }, { items: [front, one] })).to.equal(undefined);
    expect(await answer({ accept_types: ['link'] }, { items: [one] })).to.equal(undefined);
  });

  it('has one answer: the same again is the same message, another is none', async () => {
    const { id, owner } = await begin();
    const first = await tool.lti.selections.answer(id, owner, { items: [one] });
    expect(await tool.lti.selections.answer(id, owner, { items: [one] })).to.deep.equal(first);
    expect(await tool.lti.selections.answer(id, owner, { items: [] })).to.equal(undefined);
    expect(await tool.lti.selections.find(id, owner)).to.include({ answered: true });
    tool.clock.now += 5 * minute;
    expect(await tool.lti.selections.answer(id, owner, { items: [one] })).to.equal(undefined);
  });

  it('has one answer also when eight come at once', async () => {
    const { id, owner } = await begin();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        tool.lti.selections.answer(id, owner, { items: [{ ...one, title: `Nr. ${index}` }] }),
      ),
    );
    expect(answers.filter((form) => form !== undefined)).to.have.length(1);
  });

  it('does not mix with another of the same person: each has its own address, note and nonce', async () => {
    const [a, b] = [await begin({ data: 'a' }), await begin({ data: 'b' })];
    const payloads = [
      await verified(await tool.lti.selections.answer(a.id, a.owner, { items: [one] })),
      await verified(await tool.lti.selections.answer(b.id, b.owner, { items: [one] })),
    ];
    expect(payloads.map((payload) => payload[`${dl}data`])).to.deep.equal(['a', 'b']);
    expect(payloads[0]?.['nonce']).not.to.equal(payloads[1]?.['nonce']);
  });

  it('is no one else’s', async () => {
    const { id, owner } = await begin();
    for (const fact of ['platform', 'deployment', 'context', 'subject'] as const) {
      const other = { ...owner, [fact]: 'other' };
      expect(await tool.lti.selections.find(id, other)).to.equal(undefined);
      expect(await tool.lti.selections.answer(id, other, { items: [one] })).to.equal(undefined);
    }
  });

  it('ends after four hours, and with its platform', async () => {
    const { id, owner } = await begin();
    await tool.lti.platforms.deactivate(owner.platform);
    expect(await tool.lti.selections.answer(id, owner, { items: [one] })).to.equal(undefined);
    tool.clock.now += 240 * minute;
    expect(await tool.lti.selections.find(id, owner)).to.equal(undefined);
  });
});
