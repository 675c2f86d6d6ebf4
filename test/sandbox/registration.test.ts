import { expect } from 'chai';
import { NotRegistered } from '../../src/sandbox/sandbox.ts';
import { allScopes, platformConfiguration, toolConfiguration } from '../../src/sandbox/vocabulary.ts';
import { startPlatform } from '../support/platform/startPlatform.ts';
import { createWebClient } from '../support/platform/webClient.ts';
import { memoryStore } from '../support/stores.ts';
import { payloadFor, startTool } from './support/tool.ts';
import { openTrial, type Trial } from './support/trial.ts';

describe('the sandbox: registration', () => {
  let trial: Trial;
  before(async () => {
    trial = await openTrial();
  });
  after(() => trial.close());

  /** A fresh token, from the page an administrator opens. */
  const freshToken = async (): Promise<string> => {
    const client = createWebClient();
    await client.post(`${trial.platform.issuer}/person`, { person: '2' });
    const page = await client.get(`${trial.platform.issuer}/teknik/tilmeld`);
    return /registration_token(?:=|&#x3D;)([\w-]+)/.exec(page.html)?.[1] ?? '';
  };

  const send = async (payload: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${trial.platform.issuer}/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await freshToken()}`, ...headers },
      body: JSON.stringify(payload),
    });

  it('describes itself', async () => {
    const response = await fetch(`${trial.platform.issuer}/.well-known/openid-configuration`);
    const configuration = (await response.json()) as Record<string, unknown>;
    expect(configuration['issuer']).to.equal(trial.platform.issuer);
    expect(configuration['scopes_supported']).to.include.members([...allScopes]);
    expect(configuration[platformConfiguration]).to.have.property('product_family_code', 'proeverum');
  });

  it('gives a client id of 15 characters and a deployment, and the same client id to an update', async () => {
    const first = await trial.platform.registration();
    expect(first?.clientId).to.match(/^[A-Za-z0-9]{15}$/);
    const response = await send({ ...payloadFor(trial.tool.url), client_name: 'Another name' });
    const answer = (await response.json()) as Record<string, Record<string, unknown>>;
    expect(response.status).to.equal(200);
    expect(answer['client_id']).to.equal(first?.clientId);
    expect(answer[toolConfiguration]?.['deployment_id']).to.equal('1');
    expect((await trial.platform.registration())?.name).to.equal('Another name');
  });

  it('takes a token once', async () => {
    const authorization = `Bearer ${await freshToken()}`;
    expect((await send(payloadFor(trial.tool.url), { authorization })).status).to.equal(200);
    expect((await send(payloadFor(trial.tool.url), { authorization })).status).to.equal(401);
  });

  it('refuses a token it did not make, and none', async () => {
    expect((await send(payloadFor(trial.tool.url), { authorization: 'Bearer made-up' })).status).to.equal(401);
    expect((await send(payloadFor(trial.tool.url), { authorization: '' })).status).to.equal(401);
  });

  it('refuses a payload that is not JSON', async () => {
    expect((await send(payloadFor(trial.tool.url), { 'content-type': 'text/plain' })).status).to.equal(400);
  });

  const wrong: Record<string, unknown> = {
    application_type: 'native',
    response_types: ['code'],
    grant_types: ['client_credentials'],
    initiate_login_uri: 'not an address',
    redirect_uris: [],
    client_name: '',
    jwks_uri: 'javascript:alert(1)',
    token_endpoint_auth_method: 'client_secret_basic',
    [toolConfiguration]: undefined,
  };
  for (const [name, value] of Object.entries(wrong)) {
    it(`refuses a wrong ${name}`, async () => {
      const response = await send({ ...payloadFor(trial.tool.url), [name]: value });
      expect(response.status).to.equal(400);
      const answer = (await response.json()) as Record<string, string>;
      expect(answer['error']).to.equal('invalid_client_metadata');
      expect(answer['error_description']).to.include(name);
    });
  }

  const wrongConfiguration: Record<string, unknown> = {
    domain: 'elsewhere.example',
    target_link_uri: '/lti/launch',
    claims: 'name',
    messages: [{ type: 'LtiSomethingElse' }],
    custom_parameters: { number: 1 },
  };
  for (const [name, value] of Object.entries(wrongConfiguration)) {
    it(`refuses a wrong ${name} in the tool configuration`, async () => {
      const payload = payloadFor(trial.tool.url);
      const response = await send({
        ...payload,
        [toolConfiguration]: { ...payload[toolConfiguration], [name]: value },
      });
      expect(response.status).to.equal(400);
    });
  }

  it('grants only the scopes it has', async () => {
    const response = await send({
      ...payloadFor(trial.tool.url),
      scope: `${allScopes[0] ?? ''} https://example.org/all`,
    });
    expect(((await response.json()) as Record<string, unknown>)['scope']).to.equal(allScopes[0]);
  });
});

describe('the sandbox: registering by itself', () => {
  it('registers once, and not again after a restart', async () => {
    const store = await memoryStore();
    const tool = await startTool();
    const first = await startPlatform({ toolUrl: tool.url, store });
    await first.registerWithTool();
    const { clientId } = (await first.registration())!;
    await first.close();
    const second = await startPlatform({ toolUrl: tool.url, store, port: first.port });
    await second.registerWithTool();
    expect(tool.registrations()).to.equal(1);
    expect((await second.registration())?.clientId).to.equal(clientId);
    await second.close();
    await tool.close();
    await store.close();
  });

  it('registers again, as another client, if the tool’s address has changed', async () => {
    const store = await memoryStore();
    const tool = await startTool();
    const other = await startTool();
    const first = await startPlatform({ toolUrl: tool.url, store });
    await first.registerWithTool();
    const before = (await first.registration())?.clientId;
    await first.close();
    const second = await startPlatform({ toolUrl: other.url, store, port: first.port });
    await second.registerWithTool();
    expect(other.known().clientId).not.to.equal(before);
    await second.close();
    await Promise.all([tool.close(), other.close(), store.close()]);
  });

  it('waits for a tool that is not up yet', async () => {
    const tool = await startTool();
    const platform = await startPlatform({ toolUrl: tool.url });
    platform.misbehave.next.configuration = [{ kind: 'status', status: 503 }];
    const pauses: number[] = [];
    await platform.registerWithTool({ pause: (milliseconds) => Promise.resolve(pauses.push(milliseconds)) });
    expect(pauses).to.have.length(1);
    expect(await platform.isRegistered()).to.equal(true);
    await platform.close();
    await tool.close();
  });

  it('gives up where the tool refuses', async () => {
    const tool = await startTool();
    const platform = await startPlatform({ toolUrl: tool.url });
    platform.misbehave.next.registration = [{ kind: 'status', status: 400 }];
    const error = await platform.registerWithTool().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(NotRegistered);
    expect(await platform.isRegistered()).to.equal(false);
    await platform.close();
    await tool.close();
  });

  it('says so where the tool never comes up', async () => {
    const tool = await startTool();
    await tool.close();
    const platform = await startPlatform({ toolUrl: tool.url });
    const error = await platform
      .registerWithTool({ attempts: 3, pause: () => Promise.resolve() })
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(NotRegistered).with.property('message').that.includes('3 attempts');
    await platform.close();
  });
});
