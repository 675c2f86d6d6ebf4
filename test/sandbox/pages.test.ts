import { expect } from 'chai';
import { people } from '../support/platform/startPlatform.ts';
import { createWebClient, type WebClient } from '../support/platform/webClient.ts';
import { openTrial, type Trial } from './support/trial.ts';

describe('the sandbox: pages', () => {
  let trial: Trial;
  let client: WebClient;
  before(async () => {
    trial = await openTrial();
  });
  after(() => trial.close());
  beforeEach(() => {
    client = createWebClient();
  });

  const at = (path: string) => trial.platform.issuer + path;
  const be = (person: string) => client.post(at('/person'), { person });

  it('leads to the choice of a person where none is chosen', async () => {
    for (const path of ['/kursus', '/karakterbog', '/vaelg', '/teknik', '/kursus/aktivitet/17']) {
      const answer = await client.get(at(path));
      expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/sandbox/']);
    }
  });

  it('leads another host to its own, so that the tool stays foreign', async () => {
    const answer = await client.get(at('/kursus?lang=en').replace('127.0.0.1', 'localhost'));
    expect(answer.headers.get('location')).to.equal(at('/kursus?lang=en'));
  });

  it('speaks Danish, and English when asked, and keeps it', async () => {
    expect((await client.get(at('/'))).html)
      .to.include('<html lang="da">')
      .and.to.include('Hvem vil du være?');
    expect((await client.get(at('/?lang=en'))).html).to.include('<html lang="en">');
    expect((await client.get(at('/'))).html).to.include('Who do you want to be?');
  });

  it('keeps its cookies from scripts and within its path', async () => {
    const cookie = (await be(people.mette)).headers.get('set-cookie');
    expect(cookie)
      .to.include('HttpOnly')
      .and.include('Path=/sandbox')
      .and.include('SameSite=None')
      .and.include('Secure');
  });

  it('refuses forms of other sites', async () => {
    for (const [path, fields] of [
      ['/person', { person: people.mette }],
      ['/kursus/aktivitet/17/slet', {}],
      ['/teknik/noegle', {}],
    ] as const) {
      expect((await client.post(at(path), fields, { origin: trial.tool.url })).status).to.equal(403);
    }
    expect((await client.post(at('/person'), { person: '99' })).status).to.equal(400);
  });

  it('shows each person what is theirs', async () => {
    const reachable = async (person: string) => {
      await be(person);
      const statuses = [];
      for (const path of ['/kursus', '/karakterbog', '/vaelg', '/teknik']) {
        statuses.push((await client.get(at(path))).status);
      }
      return statuses;
    };
    expect(await reachable(people.mette)).to.deep.equal([200, 200, 403, 403]);
    expect(await reachable(people.instructor)).to.deep.equal([200, 200, 200, 403]);
    expect(await reachable(people.administrator)).to.deep.equal([200, 200, 200, 200]);
    await be(people.mette);
    expect((await client.post(at('/kursus/aktivitet/17/slet'), {})).status).to.equal(403);
    expect((await client.post(at('/teknik/noegle'), {})).status).to.equal(403);
  });

  it('shows a participant only the own grades', async () => {
    await be(people.mette);
    const own = (await client.get(at('/karakterbog'))).html;
    expect(own).to.include('Mette Holm').and.not.include('Jens Aagaard');
    await be(people.instructor);
    expect((await client.get(at('/karakterbog'))).html)
      .to.include('Mette Holm')
      .and.include('Jens Aagaard');
  });

  it('puts a graded activity into a frame that admits what Moodle’s does', async () => {
    await be(people.mette);
    const { html, headers } = await client.get(at('/kursus/aktivitet/17'));
    expect(html).to.match(/<iframe[^>]+title="Aktivitet: Forberedelse til uge 1"/);
    expect(html).to.include(`microphone ${trial.tool.url}; camera ${trial.tool.url}`);
    expect(headers.get('content-security-policy')).to.include(`frame-src 'self' ${trial.tool.url}`);
  });

  it('comes back from the tool with its message, escaped', async () => {
    await be(people.mette);
    const message = encodeURIComponent('<b>Færdig</b>');
    const back = await client.get(at(`/retur?lti_msg=${message}`));
    expect(back.html).to.include('href="/sandbox/kursus?besked&#x3D;').and.include('target="_top"');
    expect((await client.get(at(`/kursus?besked=${message}`))).html).to.include('&lt;b&gt;Færdig&lt;/b&gt;');
  });

  it('lists on the technical page what the tool asked for', async () => {
    await be(people.administrator);
    const { html } = await client.get(at('/teknik'));
    expect(html).to.include(trial.tool.known().clientId).and.include('/sandbox/.well-known/openid-configuration');
  });

  it('knows a page that is not there, and an activity that is gone', async () => {
    expect((await client.get(at('/findes-ikke'))).status).to.equal(404);
    await be(people.mette);
    expect((await client.get(at('/kursus/aktivitet/999'))).status).to.equal(404);
    expect((await client.get(at('/start/999'))).status).to.equal(404);
  });
});
