import { expect } from 'chai';
import { beginLogin } from '../support/platform/launch.ts';
import { people } from '../support/platform/startPlatform.ts';
import { createWebClient, type Visit } from '../support/platform/webClient.ts';
import { openTrial, type Trial } from './support/trial.ts';

const activity = 'modul-1-forberedelse';

describe('the sandbox: authorization', () => {
  let trial: Trial;
  before(async () => {
    trial = await openTrial();
  });
  after(() => trial.close());
  const launch = (changeAuthorization: (address: URL) => void) =>
    trial.platform.launch({ person: people.mette, activity, changeAuthorization });

  describe('refuses with its error page', () => {
    const refusal = async (changeAuthorization: (address: URL) => void): Promise<Visit> => {
      const { client, login } = await beginLogin(trial.platform, { person: people.mette, activity });
      const address = new URL(login.headers.get('location')!);
      changeAuthorization(address);
      return client.get(address.href);
    };
    const set = (name: string, value: string) => (address: URL) => address.searchParams.set(name, value);
    const remove = (name: string) => (address: URL) => address.searchParams.delete(name);

    it('nothing, where nothing is changed', async () => {
      expect((await refusal(() => undefined)).status).to.equal(200);
    });

    for (const name of [
      'scope',
      'response_type',
      'client_id',
      'redirect_uri',
      'login_hint',
      'lti_message_hint',
      'nonce',
    ]) {
      it(`a request without ${name}`, async () => {
        const answer = await refusal(remove(name));
        expect(answer.status).to.equal(404);
        expect(answer.html).not.to.include('<form');
      });
    }

    const wrong: Record<string, string> = {
      scope: 'openid profile',
      response_type: 'code',
      redirect_uri: 'http://localhost:1/lti/launch',
      lti_message_hint: '{"cmid":17,"launchid":"made-up"}',
    };
    for (const [name, value] of Object.entries(wrong)) {
      it(`a wrong ${name}`, async () => {
        expect((await refusal(set(name, value))).status).to.equal(404);
      });
    }

    it('a redirect address with a query added', async () => {
      const answer = await refusal((address) =>
        address.searchParams.set('redirect_uri', `${trial.tool.url}/lti/launch?more=1`),
      );
      expect(answer.status).to.equal(404);
    });

    it('a hint that was used before', async () => {
      const { client, login } = await beginLogin(trial.platform, { person: people.mette, activity });
      const address = login.headers.get('location')!;
      expect((await client.get(address)).status).to.equal(200);
      expect((await client.get(address)).status).to.equal(404);
    });

    it('a hint of another browser, which stays good for its own', async () => {
      const { client, login } = await beginLogin(trial.platform, { person: people.mette, activity });
      const address = login.headers.get('location')!;
      const stranger = createWebClient();
      await stranger.post(`${trial.platform.issuer}/person`, { person: people.mette });
      expect((await stranger.get(address)).status).to.equal(404);
      expect((await createWebClient().get(address)).status).to.equal(404);
      expect((await client.get(address)).status).to.equal(200);
    });

    it('a login begun before another person was chosen', async () => {
      const { client, login } = await beginLogin(trial.platform, { person: people.mette, activity });
      await client.post(`${trial.platform.issuer}/person`, { person: people.jens });
      expect((await client.get(login.headers.get('location')!)).status).to.equal(404);
    });

    it('lets one of eight simultaneous requests through', async () => {
      const { client, login } = await beginLogin(trial.platform, { person: people.mette, activity });
      const address = login.headers.get('location')!;
      const answers = await Promise.all(Array.from({ length: 8 }, () => client.get(address)));
      expect(answers.filter((answer) => answer.status === 200)).to.have.length(1);
    });
  });

  describe('posts an error to the tool, with its state', () => {
    const errors: Record<string, { name: string; value: string; description?: string }> = {
      access_denied: { name: 'login_hint', value: people.jens },
      unauthorized_client: { name: 'client_id', value: 'AnotherClient00' },
    };
    for (const [error, { name, value }] of Object.entries(errors)) {
      it(`${error} for a wrong ${name}`, async () => {
        const { posted, launched } = await launch((address) => address.searchParams.set(name, value));
        expect(posted.fields).to.have.keys('error', 'state');
        expect(posted.fields['error']).to.equal(error);
        expect(launched.status).to.equal(400);
        expect(trial.tool.errors).to.include(error);
      });
    }

    for (const [name, value] of [
      ['prompt', 'login'],
      ['response_mode', 'query'],
    ] as const) {
      it(`invalid_request, described, for a wrong ${name}`, async () => {
        const { posted } = await launch((address) => address.searchParams.set(name, value));
        expect(posted.fields).to.include({ error: 'invalid_request', error_description: `Invalid ${name}` });
      });
    }

    it('takes a request without prompt', async () => {
      const { launched } = await launch((address) => address.searchParams.delete('prompt'));
      expect(launched.status).to.equal(200);
    });
  });
});
