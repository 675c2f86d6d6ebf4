import { expect } from 'chai';
import fc from 'fast-check';
import type { ChosenItem } from '../../src/lti/deepLinking/selection.ts';
import { type Choosing, choosingAt, dl } from './support/choosing.ts';
import { claims } from './support/launching.ts';
import { type Lms, startLms } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';
import { anyText } from '../support/anyText.ts';

const minute = 60_000;

const one: ChosenItem = {
  title: 'Første',
  text: 'Om den',
  activity: 'modul-1-forberedelse',
  resourceId: 'modul-1-forberedelse',
  picture: 'prep',
  tag: 'prep',
  progress: false,
};
const front: ChosenItem = { ...one, title: 'Min uge', text: 'Nu', activity: '', picture: 'front', tag: '' };

describe('the answer to a request to choose activities', () => {
  let lms: Lms;
  let tool: Tool;
  let choosing: Choosing;
  beforeEach(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
    choosing = choosingAt(lms, tool);
  });
  afterEach(() => Promise.all([lms.close(), tool.close()]));

  it('is answered with a signed message that holds what was chosen, in order', async () => {
    const form = await choosing.answer({}, { items: [front, one], message: '2 valgt', log: '2 chosen' });
    expect(form?.address).to.equal(`${lms.url}/return?sesskey=abc&id=1`);
    const payload = await choosing.verified(form);
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
    const payload = await choosing.verified(await choosing.answer({ accept_lineitem: false }, { items: [one] }));
    expect((payload[`${dl}content_items`] as object[])[0]).not.to.have.property('lineItem');
  });

  it('gives the platform’s note back as it came: whatever it is, empty too, and none where there was none', async function () {
    this.timeout(20_000);
    const none = await choosing.verified(await choosing.answer({ data: undefined }, { items: [] }));
    expect(none).not.to.have.property(`${dl}data`);
    const notes = fc.oneof(fc.constant(''), anyText(), fc.json());
    await fc.assert(
      fc.asyncProperty(notes, async (data) => {
        expect((await choosing.verified(await choosing.answer({ data }, { items: [] })))[`${dl}data`]).to.equal(data);
      }),
      { numRuns: 25 },
    );
  });

  it('tells the platform why where nothing could be chosen', async () => {
    const given = { items: [], error: 'Her går det ikke', log: 'no ltiResourceLink' };
    const payload = await choosing.verified(await choosing.answer({ accept_types: ['file'] }, given));
    expect(payload).to.deep.include({
      [`${dl}content_items`]: [],
      [`${dl}errormsg`]: 'Her går det ikke',
      [`${dl}errorlog`]: 'no ltiResourceLink',
    });
  });

  it('sends nothing that the platform did not say it takes', async () => {
    expect(await choosing.answer({ accept_multiple: false }, { items: [front, one] })).to.equal(undefined);
    expect(await choosing.answer({ accept_types: ['link'] }, { items: [one] })).to.equal(undefined);
  });

  it('has one answer: the same again is the same message, another is none', async () => {
    const { id, owner } = await choosing.begin();
    const first = await tool.lti.selections.answer(id, owner, { items: [one] });
    expect(await tool.lti.selections.answer(id, owner, { items: [one] })).to.deep.equal(first);
    expect(await tool.lti.selections.answer(id, owner, { items: [] })).to.equal(undefined);
    expect(await tool.lti.selections.find(id, owner)).to.include({ answered: true });
    tool.clock.now += 5 * minute;
    expect(await tool.lti.selections.answer(id, owner, { items: [one] })).to.equal(undefined);
  });

  it('has one answer also when eight come at once', async () => {
    const { id, owner } = await choosing.begin();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        tool.lti.selections.answer(id, owner, { items: [{ ...one, title: `Nr. ${index}` }] }),
      ),
    );
    expect(answers.filter((form) => form !== undefined)).to.have.length(1);
  });

  it('does not mix with another of the same person: each has its own address, note and nonce', async () => {
    const [a, b] = [await choosing.begin({ data: 'a' }), await choosing.begin({ data: 'b' })];
    const payloads = [
      await choosing.verified(await tool.lti.selections.answer(a.id, a.owner, { items: [one] })),
      await choosing.verified(await tool.lti.selections.answer(b.id, b.owner, { items: [one] })),
    ];
    expect(payloads.map((payload) => payload[`${dl}data`])).to.deep.equal(['a', 'b']);
    expect(payloads[0]?.['nonce']).not.to.equal(payloads[1]?.['nonce']);
  });

  it('is no one else’s', async () => {
    const { id, owner } = await choosing.begin();
    for (const fact of ['platform', 'deployment', 'context', 'subject'] as const) {
      const other = { ...owner, [fact]: 'other' };
      expect(await tool.lti.selections.find(id, other)).to.equal(undefined);
      expect(await tool.lti.selections.answer(id, other, { items: [one] })).to.equal(undefined);
    }
  });

  it('ends after four hours, and with its platform', async () => {
    const { id, owner } = await choosing.begin();
    await tool.lti.platforms.deactivate(owner.platform);
    expect(await tool.lti.selections.answer(id, owner, { items: [one] })).to.equal(undefined);
    tool.clock.now += 240 * minute;
    expect(await tool.lti.selections.find(id, owner)).to.equal(undefined);
  });
});
