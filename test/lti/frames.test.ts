import { expect } from 'chai';
import { framesOf, learningOf, MOST_ORIGINS, originOf, readOrigin } from '../../src/lti/platforms/frames.ts';
import { publicOnly } from '../../src/lti/reach.ts';
import { choosingAt } from './support/choosing.ts';
import { claims, enter, type Payload } from './support/launching.ts';
import { startLms, type Lms } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';

const school = 'https://canvas.skole.dk';

describe('where a platform’s frames are', () => {
  let lms: Lms;
  let tool: Tool;
  let id: string;
  beforeEach(async () => {
    lms = await startLms();
    tool = await startTool();
    id = (await tool.lti.platforms.add(lms.facts)).id;
  });
  afterEach(async () => {
    await tool.close();
    await lms.close();
  });

  const launchBackTo = (address: unknown, more: Payload = {}): Promise<Response> =>
    enter(lms, tool, {
      payload: (payload) => ({
        ...payload,
        [claims.presentation]: { document_target: 'iframe', return_url: address, ...more },
      }),
    });
  const frames = (): Promise<string[]> => tool.lti.originsOf(id);
  const codes = (): unknown[] => tool.logs.map(({ code }) => code);

  describe('is learned from a verified launch', () => {
    it('by where the browser returns to, at once, with a line in the log', async () => {
      expect(await frames()).to.deep.equal([lms.url]);
      expect((await launchBackTo(`${school}/courses/1?x=1`)).status).to.equal(303);
      expect(await frames()).to.deep.equal([lms.url, school]);
      expect(tool.logs.find(({ code }) => code === 'platform-frame-learned')).to.include({
        platform: id,
        origin: school,
      });
      await launchBackTo(`${school}/courses/2`);
      expect(codes().filter((code) => code === 'platform-frame-learned')).to.have.length(1);
    });

    it('and from a content selection, by where its answer goes', async () => {
      await choosingAt(lms, tool).ask({ deep_link_return_url: `${school}/return` });
      expect(await frames()).to.include(school);
    });

    it('and what one platform says counts for no other', async () => {
      const other = await tool.lti.platforms.add({ ...lms.facts, clientId: 'another' });
      await launchBackTo(`${school}/courses/1`);
      expect(await tool.lti.originsOf(other.id)).to.deep.equal([lms.url]);
    });
  });

  describe('is not learned', () => {
    const never: [string, unknown, Payload?][] = [
      ['over http', 'http://canvas.skole.dk/x'],
      ['from what is no address', 'javascript:alert(1)'],
      ['with a name and a password', 'https://a:b@canvas.skole.dk/'],
      ['where the host would mean something in the header', "https://a.dk;script-src'/x"],
      ['from a number', 7],
      ['from a launch into a window of its own', `${school}/x`, { document_target: 'window' }],
    ];
    for (const [what, address, more] of never)
      it(what, async () => {
        await launchBackTo(address, more);
        expect(await frames()).to.deep.equal([lms.url]);
      });

    it('from a token that someone else has signed', async () => {
      const refused = await enter(lms, tool, {
        payload: (payload) => ({ ...payload, [claims.presentation]: { return_url: `${school}/x` } }),
        token: (token) => `${token.slice(0, -8)}AAAAAAAA`,
      });
      expect(refused.status).to.be.within(400, 499);
      expect(await frames()).to.deep.equal([lms.url]);
    });

    it('again, where someone has taken it away; by hand it comes back', async () => {
      await launchBackTo(`${school}/x`);
      expect(await tool.lti.platforms.forbidFrame(id, school)).to.equal(true);
      await launchBackTo(`${school}/x`);
      expect(await frames()).to.deep.equal([lms.url]);
      expect(await tool.lti.platforms.allowFrame(id, `${school}/`)).to.equal('allowed');
      expect(await frames()).to.deep.equal([lms.url, school]);
    });

    it('without end', async () => {
      for (let at = 1; at < MOST_ORIGINS; at += 1) await tool.lti.platforms.allowFrame(id, `https://s${at}.skole.dk`);
      await launchBackTo('https://one-more.example/');
      expect(await frames())
        .to.have.length(MOST_ORIGINS)
        .and.not.include('https://one-more.example');
      expect(codes()).to.include('platform-frames-full');
    });
  });

  it('counts for nobody while the platform is off', async () => {
    await launchBackTo(`${school}/x`);
    await tool.lti.platforms.deactivate(id);
    expect(await frames()).to.deep.equal([]);
  });

  it('keeps what the platform needs for itself', async () => {
    await tool.lti.platforms.forbidFrame(id, lms.url);
    expect(await frames()).to.deep.equal([lms.url]);
  });

  it('is covered by an address with a star below it, and by that alone', () => {
    const origins = { origins: ['https://*.instructure.com'], learned: [] };
    expect(framesOf(origins)).to.deep.equal(origins.origins);
    expect(learningOf(origins, 'https://skole.instructure.com')).to.equal('known');
    for (const origin of ['https://instructure.com', 'https://evilinstructure.com', 'http://a.instructure.com'])
      expect(learningOf(origins, origin), origin).to.equal('new');
  });

  it('is read as people write it', () => {
    expect(readOrigin(' https://Canvas.Skole.dk/courses/1?x ', publicOnly)).to.equal(school);
    expect(readOrigin('https://*.skole.dk/', publicOnly)).to.equal('https://*.skole.dk');
    for (const wrong of ['', 'canvas.skole.dk', 'http://canvas.skole.dk', 'https://*', 'https://a.dk; x', 'data:,x'])
      expect(readOrigin(wrong, publicOnly), wrong).to.equal(undefined);
    expect(originOf('https://10.0.0.1/x', publicOnly)).to.equal(undefined);
  });
});
