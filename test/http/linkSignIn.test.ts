import { expect } from 'chai';
import { startApp, type App } from '../support/app.ts';
import { headingOf } from '../support/participant.ts';
import { createWebClient, formOf } from '../support/platform/webClient.ts';

describe('signing in by a link from the command line', function () {
  this.timeout(60_000);
  let app: App;
  beforeEach(async () => (app = await startApp()));
  afterEach(() => app.close());

  it('is not done by another site’s page, and the link is still good afterwards', async () => {
    const link = await app.deps.operators.link();
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const client = createWebClient();
      const answer = await client.post(link, {}, headers);
      expect(answer.headers.getSetCookie()).to.deep.equal([]);
      expect(formOf(answer).action).to.equal(link);
    }
    const client = createWebClient();
    const page = await client.get(link);
    // A mail that is opened twice shows the page twice; either button works.
    await client.get(link);
    const opened = await client.post(formOf(page).action, {}, { 'sec-fetch-site': 'same-origin' });
    expect(opened.status).to.equal(303);
    expect((await client.follow(opened)).status).to.equal(200);
  });

  it('works behind an address from which others have guessed', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 35; time += 1) {
      const guess = `${app.url}/drift/${String(time).padStart(32, 'a')}`;
      statuses.push((await createWebClient().post(guess, {})).status);
    }
    expect(statuses[0]).to.equal(401);
    expect(statuses.at(-1)).to.equal(429);
    const client = createWebClient();
    const opened = await client.follow(await client.submit(await client.get(await app.deps.operators.link())));
    expect(headingOf(opened)).not.to.equal('');
    expect(opened.status).to.equal(200);
  });
});
