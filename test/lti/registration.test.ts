import { expect } from 'chai';
import type { LtiOptions } from '../../src/lti/index.ts';
import { enter } from './support/launching.ts';
import { type Lms, scopes, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

const CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

describe('registration', () => {
  let lms: Lms;
  let tool: Tool;
  const start = async (overrides: Partial<LtiOptions> = {}): Promise<void> => {
    [lms, tool] = await Promise.all([startLms(), startTool(overrides)]);
  };
  afterEach(() => Promise.all([lms.close(), tool.close()]));

  const register = (link = `${tool.url}/lti/register`, address = `${lms.url}/configuration`): Promise<Response> => {
    const url = new URL(link);
    url.searchParams.set('openid_configuration', address);
    url.searchParams.set('registration_token', 'registration-token');
    return fetch(url, { headers: { 'accept-language': 'en' } });
  };
  const expectRefused = async (response: Response, code: string): Promise<void> => {
    expect(modelOf(await response.text())['code']).to.equal(code);
    expect(response.status).to.be.within(400, 499);
    expect(await tool.lti.platforms.list()).to.deep.equal([]);
  };
  const change = (path: string, changes: object): void => {
    const [reply] = lms.replies.get(path)!;
    lms.replies.set(path, [{ status: 200, body: { ...(reply!.body as object), ...changes } }]);
  };

  it('open: one link, and the platform launches', async () => {
    await start();
    const response = await register();
    expect(response.status).to.equal(200);
    const html = await response.text();
    expect(html).to.include("postMessage({subject:'org.imsglobal.lti.close'}");
    expect(modelOf(html)).to.include({ title: 'The course system is registered', code: '' });
    expect(response.headers.get('content-security-policy')).to.match(/script-src 'self' 'sha256-[\w+/]+=*'/);
    expect(response.headers.get('cross-origin-opener-policy')).to.equal(null);
    expect((await enter(lms, tool)).status).to.equal(303);
    expect(await tool.lti.platformOrigins()).to.deep.equal([lms.url]);
  });

  it('asks the platform for what the contract says, and never for e-mail', async () => {
    await start();
    await register();
    const sent = lms.received.find(({ path }) => path === '/registration')!;
    expect(sent.headers).to.include({ authorization: 'Bearer registration-token', 'content-type': 'application/json' });
    const body = JSON.parse(sent.body) as Record<string, Record<string, unknown>>;
    expect(body).to.include({ initiate_login_uri: `${tool.url}/lti/login`, jwks_uri: `${tool.url}/lti/keys` });
    expect(body['redirect_uris']).to.deep.equal([`${tool.url}/lti/launch`]);
    expect((JSON.parse(sent.body) as { scope: string }).scope.split(' ')).to.have.members(scopes);
    expect(body[CONFIGURATION]!['target_link_uri']).to.equal(`${tool.url}/lti/launch`);
    expect(body[CONFIGURATION]!['claims']).to.deep.equal(['iss', 'sub', 'name', 'given_name', 'family_name']);
    const messages = body[CONFIGURATION]!['messages'] as { type: string }[];
    expect(messages.map(({ type }) => type)).to.deep.equal(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']);
    expect(sent.body).not.to.match(/email|\{TOOL/);
  });

  it('pins the deployment that the platform names', async () => {
    await start();
    change('/registration', { [CONFIGURATION]: { deployment_id: 'deployment-9' } });
    await register();
    expect((await enter(lms, tool)).status).to.equal(403);
  });

  it('approve: waits for an administrator', async () => {
    await start({ registration: 'approve' });
    expect(modelOf(await (await register()).text())['explanation']).to.include('switch it on');
    const [platform] = await tool.lti.platforms.list();
    expect(platform!.status).to.equal('waiting');
    expect((await enter(lms, tool)).status).to.equal(400);
    expect(await tool.lti.platformOrigins()).to.deep.equal([]);
    await tool.lti.platforms.activate(platform!.id);
    expect((await enter(lms, tool)).status).to.equal(303);
  });

  it('closed: refuses before anything is fetched', async () => {
    await start({ registration: 'closed' });
    await expectRefused(await register(), 'registration-closed');
    expect(lms.received).to.deep.equal([]);
  });

  describe('invite', () => {
    it('takes one platform for each link, and no other', async () => {
      await start({ registration: 'invite' });
      const link = await tool.lti.platforms.invite();
      const responses = await Promise.all([register(link), register(link), register(link)]);
      expect(responses.map(({ status }) => status).sort()).to.deep.equal([200, 403, 403]);
      expect(await tool.lti.platforms.list()).to.have.length(1);
      expect(lms.countOf('/registration')).to.equal(1);
    });

    it('refuses without a link, with a wrong one, and after a week', async () => {
      await start({ registration: 'invite' });
      await expectRefused(await register(), 'registration-invite');
      await expectRefused(await register(`${tool.url}/lti/register?invite=guess`), 'registration-invite');
      const link = await tool.lti.platforms.invite();
      tool.clock.now += 8 * 24 * 3_600_000;
      await expectRefused(await register(link), 'registration-invite');
      expect(lms.received).to.deep.equal([]);
    });

    it('gives the link back when the platform breaks off', async () => {
      await start({ registration: 'invite' });
      const link = await tool.lti.platforms.invite();
      lms.replies.set('/registration', [{ status: 500 }, { status: 200, body: { client_id: 'client-1' } }]);
      await expectRefused(await register(link), 'registration-platform');
      expect((await register(link)).status).to.equal(200);
    });
  });

  it('again changes nothing of a platform that is known, active or shut out', async () => {
    await start();
    await register();
    const [platform] = await tool.lti.platforms.list();
    await tool.lti.platforms.deactivate(platform!.id);
    change('/configuration', { jwks_uri: `${lms.url}/other-keys`, authorization_endpoint: `${lms.url}/other` });
    const again = await register();
    expect(again.status).to.equal(200);
    expect(modelOf(await again.text())['explanation']).to.include('Nothing has changed');
    expect((await tool.lti.platforms.list())[0]!.status).to.equal('off');
    await tool.lti.platforms.activate(platform!.id);
    expect((await enter(lms, tool)).status).to.equal(303);
    expect(lms.countOf('/other-keys')).to.equal(0);
  });

  describe('is refused', () => {
    it('without an address', async () => {
      await start();
      await expectRefused(await fetch(`${tool.url}/lti/register`), 'registration-address');
      await expectRefused(await register(undefined, 'file:///etc/passwd'), 'registration-address');
    });

    it('from private and http addresses, unless they are let through', async () => {
      await start({ allowPrivatePlatforms: false });
      const port = new URL(lms.url).port;
      const addresses = [
        lms.url,
        `https://127.0.0.1:${port}/c`,
        `https://localhost:${port}/c`,
        `https://[::1]:${port}/c`,
        `https://[::ffff:127.0.0.1]:${port}/c`,
        `https://2130706433:${port}/c`,
        'https://169.254.169.254/latest/meta-data',
        'https://10.0.0.1/c',
      ];
      for (const address of addresses) await expectRefused(await register(undefined, address), 'registration-address');
      expect(lms.received).to.deep.equal([]);
    });

    it('when the address redirects', async () => {
      await start();
      lms.replies.set('/configuration', [{ status: 302, headers: { location: `${lms.url}/secret` } }]);
      await expectRefused(await register(), 'registration-platform');
      expect(lms.countOf('/secret')).to.equal(0);
    });

    it('when the issuer is another host', async () => {
      await start();
      change('/configuration', { issuer: 'https://other.example' });
      await expectRefused(await register(), 'registration-issuer');
    });

    it('when the configuration is not one, or too large', async () => {
      await start();
      lms.replies.set('/configuration', [{ status: 200, body: '<html>' }]);
      await expectRefused(await register(), 'registration-platform');
      lms.replies.set('/configuration', [{ status: 200, body: { padding: 'x'.repeat(1_100_000) } }]);
      await expectRefused(await register(), 'registration-address');
    });

    it('when the platform gives no client', async () => {
      await start();
      lms.replies.set('/registration', [{ status: 200, body: {} }]);
      await expectRefused(await register(), 'registration-platform');
    });
  });
});
