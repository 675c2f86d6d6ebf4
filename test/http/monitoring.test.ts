import { expect } from 'chai';
import { load } from 'cheerio';
import { createLog } from '../../src/http/log.ts';
import { startAppAndPlatform, type App } from '../support/app.ts';
import { headingOf, openPreparation, pressIntent } from '../support/participant.ts';
import { people, type Platform } from '../support/platform/startPlatform.ts';
import type { Visit } from '../support/platform/webClient.ts';
import { until } from '../support/waiting.ts';

/** Texts that must be in no log and in no metric. */
const WORDS = 'kanariefugl-4417';

describe('what is watched from outside', () => {
  let app: App;
  let platform: Platform;
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let lines: Record<string, unknown>[] = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  before(async () => {
    world = await startAppAndPlatform({ log });
    ({ app, platform } = world);
  });
  after(() => world.close());
  beforeEach(() => {
    lines = [];
    platform.misbehave.always = {};
  });

  const text = async (): Promise<string> => (await fetch(`${app.url}/metrics`)).text();
  /** The value of a metric with these labels; 0 if it is not told. */
  const value = async (name: string, labels: Record<string, string> = {}): Promise<number> => {
    const line = (await text())
      .split('\n')
      .find(
        (each) => each.startsWith(`${name}{`) && Object.entries(labels).every(([k, v]) => each.includes(`${k}="${v}"`)),
      );
    return Number(line?.split(' ').at(-1) ?? 0);
  };
  const registered = async (): Promise<string> => (await app.deps.lti.platforms.list())[0]!.id;

  describe('metrics', () => {
    it('count tokens and class lists that a platform does not give, by its id', async () => {
      const fault = { kind: 'status', status: 500 } as const;
      platform.misbehave.next = { token: [fault] };
      platform.misbehave.always = { members: fault };
      const failed = async (service: string) =>
        value('tpj_platform_calls_total', { platform: await registered(), service, outcome: 'failed' });
      await platform.launch({ person: people.instructor, activity: 'modul-1-forberedelse' });
      await until('a token that was not given', async () => (await failed('token')) >= 1);
      await platform.launch({ person: people.instructor, activity: 'modul-1-forberedelse' });
      await until('a list that was not given', async () => (await failed('roster')) >= 1);
    });

    it('count launches by what became of them', async () => {
      const letIn = () => value('tpj_launches_total', { step: 'launch', outcome: 'let-in' });
      const before = await letIn();
      const { posted, client } = await platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
      expect(await letIn()).to.equal(before + 1);
      await client.post(posted.action, posted.fields, { origin: new URL(platform.issuer).origin });
      const refused = () => value('tpj_launches_total', { step: 'launch', outcome: 'state-used' });
      await until('the refused launch is counted', async () => (await refused()) === 1);
      expect(await value('tpj_launch_seconds_count', { step: 'launch' })).to.be.at.least(2);
    });

    it('time what a person saves, pages, and the store beneath', async () => {
      const saves = () => value('tpj_room_request_seconds_count', { kind: 'save', outcome: 'ok' });
      const before = await saves();
      const { client, page } = await openPreparation(platform, people.jens);
      expect(headingOf(await pressIntent(client, page, 'next'))).not.to.equal('');
      expect(await saves()).to.equal(before + 1);
      expect(await value('tpj_room_request_seconds_count', { kind: 'page', outcome: 'ok' })).to.be.at.least(1);
      expect(await value('tpj_store_seconds_count', { operation: 'replace', outcome: 'ok' })).to.be.at.least(1);
    });

    it('tell how each queue is, and which scores do not get through', async () => {
      expect(await text()).to.match(/tpj_queue_waiting\{queue="responses"\} \d/);
      expect(await text()).to.match(/tpj_queue_oldest_due_seconds\{queue="gradebooks"\} \d/);
      expect(await value('tpj_scores', { platform: await registered(), state: 'stopped' })).to.equal(0);
    });

    it('name nobody, no room and nothing that was written', async () => {
      const { client, page } = await openPreparation(platform, people.amina);
      await client.submit(page, { 'answer.haab': WORDS, intent: 'next' });
      const told = await text();
      for (const secret of [WORDS, 'Amina', /\/rum\/([^/]+)/.exec(page.url)?.[1] ?? '?'])
        expect(told).not.to.include(secret);
    });
  });

  describe('the id of a request', () => {
    const shown = ({ html }: Visit): string => load(html)('.problem-request span').text();
    const ID = /^[2-9B-Z]{4}-[2-9B-Z]{4}$/;

    it('is on the page of a fault and on each line that the request wrote', async () => {
      const { client, page } = await openPreparation(platform, people.mette);
      lines = [];
      const answer = await client.submit(page, { 'answer.haab': WORDS.repeat(20_000), intent: 'next' });
      expect(answer.status).to.equal(413);
      expect(shown(answer)).to.match(ID);
      const own = lines.filter(({ request }) => request === shown(answer));
      expect(own.map(({ msg }) => msg)).to.deep.equal(['request refused', 'request completed']);
      expect(own[1]).to.include({ method: 'POST', status: 413 });
      expect(own[1]?.['path']).to.match(/^\/rum\/[\w-]{6}…\/aktivitet\/modul-1-forberedelse\/trin\/\d$/);
      expect(JSON.stringify(lines)).not.to.include(WORDS);
    });

    it('is on the page of a launch that is refused, and in its lines', async () => {
      const { posted, client } = await platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
      lines = [];
      const refused = await client.post(posted.action, posted.fields, { origin: new URL(platform.issuer).origin });
      expect(shown(refused)).to.match(ID);
      const own = lines.filter(({ request }) => request === shown(refused));
      expect(own.map(({ msg }) => msg)).to.deep.equal(['lti request refused', 'lti request']);
      expect(own[1]).to.include({ path: '/lti/launch', status: 400 });
    });

    it('differs with each request, and is not shown where nothing is wrong with the program', async () => {
      const { client, page } = await openPreparation(platform, people.mette);
      lines = [];
      await client.get(page.url);
      expect(shown(await client.get(`${page.url}/findes-ikke`))).to.equal('');
      const ids = lines.map(({ request }) => String(request));
      expect(new Set(ids).size).to.equal(2);
    });
  });
});
