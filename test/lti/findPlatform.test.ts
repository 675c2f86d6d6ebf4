import { expect } from 'chai';
import { type Lms, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

describe('the platform that begins a login', () => {
  let lms: Lms;
  let tool: Tool;
  beforeEach(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
  });
  afterEach(() => Promise.all([lms.close(), tool.close()]));

  const login = (given: Record<string, string>) =>
    fetch(`${tool.url}/lti/login`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ login_hint: '4', target_link_uri: `${tool.url}/lti/launch`, ...given }),
    });
  const reasons = () => tool.logs.map(({ reason }) => reason);
  const clientOf = async (response: Response) => {
    const location = response.headers.get('location');
    return location ? new URL(location).searchParams.get('client_id') : modelOf(await response.text())['code'];
  };

  describe('of two registrations of one issuer, without a client_id', () => {
    beforeEach(async () => {
      await tool.lti.platforms.add({ ...lms.facts, clientId: 'first', deployments: ['1', 'both'] });
      await tool.lti.platforms.add({ ...lms.facts, clientId: 'second', deployments: ['2', 'both'] });
    });
    const asking = (deployment?: string) =>
      login({ iss: lms.facts.issuer, ...(deployment !== undefined && { lti_deployment_id: deployment }) });

    it('is the one that lists the deployment', async () => {
      expect(await clientOf(await asking('1'))).to.equal('first');
      expect(await clientOf(await asking('2'))).to.equal('second');
    });
    for (const deployment of [undefined, '3', 'both'])
      it(`is unknown where that does not tell: ${deployment ?? 'none'}`, async () => {
        expect(await clientOf(await asking(deployment))).to.equal('platform-unknown');
        expect(reasons()).to.include('several clients and no client_id');
      });
  });

  it('is unknown where its issuer differs by a slash, and the log says so', async () => {
    await tool.lti.platforms.add(lms.facts);
    const response = await login({ iss: `${lms.facts.issuer}/`, client_id: lms.facts.clientId });
    expect(await clientOf(response)).to.equal('platform-unknown');
    expect(reasons()).to.include('a known issuer but for the slash at its end');
  });

  it('is unknown under another client_id, and the log says so', async () => {
    await tool.lti.platforms.add(lms.facts);
    expect(await clientOf(await login({ iss: lms.facts.issuer, client_id: 'other' }))).to.equal('platform-unknown');
    expect(reasons()).to.include('another client_id of a known issuer');
  });
});
