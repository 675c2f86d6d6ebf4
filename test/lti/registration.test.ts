import { expect } from 'chai';
import type { LtiOptions } from '../../src/lti/index.ts';
import { enter } from './support/launching.ts';
import { scopes } from './support/lms.ts';
import {
  change,
  CONFIGURATION,
  expectRefused,
  meet,
  type Meeting,
  PLATFORM,
  register,
  storedPlatforms,
} from './support/registering.ts';
import { modelOf } from './support/tool.ts';

describe('registration', () => {
  let at: Meeting;
  const start = async (overrides: Partial<LtiOptions> = {}): Promise<void> => {
    at = await meet(overrides);
  };
  afterEach(() => at.close());

  it('open: one link, and the platform launches', async () => {
    await start();
    const response = await register(at);
    expect(response.status).to.equal(200);
    const html = await response.text();
    expect(modelOf(html)).to.include({ title: 'The course system is registered', closesAtOnce: true });
    expect(response.headers.get('content-security-policy')).to.include("; script-src 'self'; ");
    expect(response.headers.get('cross-origin-opener-policy')).to.equal(null);
    expect((await enter(at.lms, at.tool)).status).to.equal(303);
    const [platform] = await at.tool.lti.platforms.list();
    expect(await at.tool.lti.originsOf(platform!.id)).to.deep.equal([at.lms.url]);
  });

  it('asks the platform for what the contract says, and never for e-mail', async () => {
    await start();
    await register(at);
    const sent = at.lms.received.find(({ path }) => path === '/registration')!;
    expect(sent.headers).to.include({ authorization: 'Bearer registration-token', 'content-type': 'application/json' });
    const body = JSON.parse(sent.body) as Record<string, Record<string, unknown>>;
    expect(body).to.include({ initiate_login_uri: `${at.tool.url}/lti/login`, jwks_uri: `${at.tool.url}/lti/keys` });
    expect(body['redirect_uris']).to.deep.equal([`${at.tool.url}/lti/launch`]);
    expect((JSON.parse(sent.body) as { scope: string }).scope.split(' ')).to.have.members(scopes);
    expect(body[CONFIGURATION]!['target_link_uri']).to.equal(`${at.tool.url}/lti/launch`);
    expect(body[CONFIGURATION]!['claims']).to.deep.equal(['iss', 'sub', 'name', 'given_name', 'family_name']);
    const messages = body[CONFIGURATION]!['messages'] as { type: string }[];
    expect(messages.map(({ type }) => type)).to.deep.equal(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']);
    expect(sent.body).not.to.match(/email|\{TOOL/);
  });

  it('pins the deployment that the platform names', async () => {
    await start();
    change(at.lms, '/registration', { [CONFIGURATION]: { deployment_id: 'deployment-9' } });
    await register(at);
    expect((await enter(at.lms, at.tool)).status).to.equal(403);
  });

  it('approve: waits for an administrator', async () => {
    await start({ registration: 'approve' });
    expect(modelOf(await (await register(at)).text())['explanation']).to.include('switch it on');
    const [platform] = await at.tool.lti.platforms.list();
    expect(platform!.status).to.equal('waiting');
    expect((await enter(at.lms, at.tool)).status).to.equal(400);
    expect(await at.tool.lti.originsOf(platform!.id)).to.deep.equal([]);
    await at.tool.lti.platforms.activate(platform!.id);
    expect((await enter(at.lms, at.tool)).status).to.equal(303);
  });

  it('closed: refuses before anything is fetched', async () => {
    await start({ registration: 'closed' });
    await expectRefused(at.tool, await register(at), 'registration-closed');
    expect(at.lms.received).to.deep.equal([]);
  });

  describe('invite', () => {
    it('takes one platform for each link, and no other', async () => {
      await start({ registration: 'invite' });
      const link = await at.tool.lti.platforms.invite();
      const responses = await Promise.all([register(at, { link }), register(at, { link }), register(at, { link })]);
      expect(responses.map(({ status }) => status).sort()).to.deep.equal([200, 403, 403]);
      expect(await at.tool.lti.platforms.list()).to.have.length(1);
      expect(at.lms.countOf('/registration')).to.equal(1);
    });

    it('refuses without a link, with a wrong one, and after a week', async () => {
      await start({ registration: 'invite' });
      await expectRefused(at.tool, await register(at), 'registration-invite');
      await expectRefused(
        at.tool,
        await register(at, { link: `${at.tool.url}/lti/register?invite=guess` }),
        'registration-invite',
      );
      const link = await at.tool.lti.platforms.invite();
      at.tool.clock.now += 8 * 24 * 3_600_000;
      await expectRefused(at.tool, await register(at, { link }), 'registration-invite');
      expect(at.lms.received).to.deep.equal([]);
    });

    it('gives the link back when the platform breaks off', async () => {
      await start({ registration: 'invite' });
      const link = await at.tool.lti.platforms.invite();
      at.lms.replies.set('/registration', [{ status: 500 }, { status: 200, body: { client_id: 'client-1' } }]);
      await expectRefused(at.tool, await register(at, { link }), 'registration-platform');
      expect((await register(at, { link })).status).to.equal(200);
    });
  });

  it('again changes nothing of a platform that is known, active or shut out', async () => {
    await start();
    await register(at);
    const [platform] = await at.tool.lti.platforms.list();
    await at.tool.lti.platforms.deactivate(platform!.id);
    change(at.lms, '/configuration', {
      jwks_uri: `${at.lms.url}/other-keys`,
      authorization_endpoint: `${at.lms.url}/other`,
    });
    const again = await register(at);
    expect(again.status).to.equal(200);
    expect(modelOf(await again.text())['explanation']).to.include('Nothing has changed');
    expect((await at.tool.lti.platforms.list())[0]!.status).to.equal('off');
    await at.tool.lti.platforms.activate(platform!.id);
    expect((await enter(at.lms, at.tool)).status).to.equal(303);
    expect(at.lms.countOf('/other-keys')).to.equal(0);
  });

  it('shows the token to the configuration as well, where platforms such as Canvas ask for it', async () => {
    await start();
    await register(at);
    const asked = at.lms.received.find(({ path }) => path === '/configuration')!;
    expect(asked.headers['authorization']).to.equal('Bearer registration-token');
  });

  it('asks for no message, placement or scope that the platform does not offer', async () => {
    await start();
    const offered = {
      messages_supported: [
        { type: 'LtiResourceLinkRequest' },
        { type: 'LtiDeepLinkingRequest', placements: ['Other'] },
      ],
    };
    change(at.lms, '/configuration', {
      scopes_supported: [scopes[1]],
      [PLATFORM]: offered,
    });
    await register(at);
    const sent = JSON.parse(at.lms.received.find(({ path }) => path === '/registration')!.body) as Record<
      string,
      unknown
    >;
    const { messages } = sent[CONFIGURATION] as { messages: { type: string; placements?: string[] }[] };
    expect(messages.map(({ type }) => type)).to.deep.equal(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']);
    expect(messages[1]).not.to.have.property('placements');
    expect(sent['scope']).to.equal(scopes[1]);
  });

  it('closes by itself only where there is nothing to be read', async () => {
    await start({ registration: 'approve' });
    expect(modelOf(await (await register(at)).text())).to.include({ closesAtOnce: false, close: 'Close' });
  });

  it('approve: fifty that wait are enough', async () => {
    await start({ registration: 'approve' });
    const platforms = await storedPlatforms(at.tool);
    await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        platforms.add({ ...at.lms.facts, clientId: `waits-${number}` }, 'waiting'),
      ),
    );
    const response = await register(at);
    expect(response.status).to.equal(429);
    expect(at.lms.received).to.deep.equal([]);
  });

  describe('is refused', () => {
    it('without an address', async () => {
      await start();
      await expectRefused(at.tool, await fetch(`${at.tool.url}/lti/register`), 'registration-address');
      await expectRefused(at.tool, await register(at, { address: 'file:///etc/passwd' }), 'registration-address');
    });

    it('from private and http addresses, unless they are let through', async () => {
      await start({ allowPrivatePlatforms: false });
      const port = new URL(at.lms.url).port;
      const addresses = [
        at.lms.url,
        `https://127.0.0.1:${port}/c`,
        `https://localhost:${port}/c`,
        `https://[::1]:${port}/c`,
        `https://[::ffff:127.0.0.1]:${port}/c`,
        `https://2130706433:${port}/c`,
        'https://169.254.169.254/latest/meta-data',
        'https://10.0.0.1/c',
      ];
      for (const address of addresses)
        await expectRefused(at.tool, await register(at, { address: address }), 'registration-address');
      expect(at.lms.received).to.deep.equal([]);
    });

    it('when the address redirects', async () => {
      await start();
      at.lms.replies.set('/configuration', [{ status: 302, headers: { location: `${at.lms.url}/secret` } }]);
      await expectRefused(at.tool, await register(at), 'registration-platform');
      expect(at.lms.countOf('/secret')).to.equal(0);
    });

    it('when the issuer is another host', async () => {
      await start();
      change(at.lms, '/configuration', { issuer: 'https://other.example' });
      await expectRefused(at.tool, await register(at), 'registration-issuer');
    });

    it('when the configuration is not one, or too large', async () => {
      await start();
      at.lms.replies.set('/configuration', [{ status: 200, body: '<html>' }]);
      await expectRefused(at.tool, await register(at), 'registration-platform');
      at.lms.replies.set('/configuration', [{ status: 200, body: { padding: 'x'.repeat(1_100_000) } }]);
      await expectRefused(at.tool, await register(at), 'registration-address');
    });

    it('when the platform gives no client', async () => {
      await start();
      at.lms.replies.set('/registration', [{ status: 200, body: {} }]);
      await expectRefused(at.tool, await register(at), 'registration-platform');
    });
  });
});
