import { expect } from 'chai';
import { load } from 'cheerio';
import { addDays, dayOf, instantOf, weekdayOf } from '../../src/domain/week.ts';
import { erasureSchema, hashOf } from '../../src/features/privacy/erasing/erasures.ts';
import { createRooms } from '../../src/rooms/rooms.ts';
import { openStore } from '../../src/store/openStore.ts';
import type { Store } from '../../src/store/port.ts';
import { choices, codeIn } from '../features/reminders/world.ts';
import { startMailServer, type MailServer } from '../features/reminders/mailServer.ts';
import { describeWithMongo } from '../support/mongo.ts';
import { formsOf } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { startProcesses, type Processes } from '../support/processes.ts';
import { until } from '../support/waiting.ts';
import { findsAgain, prepareOnce, type Kept } from './visitors.ts';

const everyone = [people.mette, people.jens, people.amina];
/** Visitors at once while processes are started again. */
const crowd = Number(process.env['TEST_VISITORS'] ?? 2);

describeWithMongo('three processes that are started again', function () {
  this.timeout(180_000);
  let world: Processes;
  let mail: MailServer;
  let ahead = 0;
  before(async () => {
    mail = await startMailServer();
    const settings = { SMTP_URL: mail.url, MAIL_FROM: 'besked@example.dk', DRAIN_SECONDS: '1' };
    world = await startProcesses(settings, () => Date.now() + ahead);
  });
  after(async () => {
    await world.close();
    await mail.stop();
  });

  interface Score {
    userId: string;
  }
  /** Without the one who is erased: their score may go before the erasure, or with it. */
  const isOfThoseWhoStay = (body: unknown) => everyone.some((person) => person === (body as Score).userId);
  const accepted = () =>
    world.platform.requests.of('scores').filter(({ status, body }) => status === 200 && isOfThoseWhoStay(body));
  /** Each cell of the gradebook that was told of, as often as it was. */
  const told = () => accepted().map(({ path, body }) => `${path} ${(body as Score).userId}`);
  const output = () => world.each.map((product) => product.output()).join('');
  const errors = () => output().match(/^\{"level":(50|60).*$/gm) ?? [];

  it('one by one, under load: nobody is refused, nothing that was kept is lost, every score is told once', async () => {
    const { each, platform, proxy } = world;
    const kept: Kept[] = [];
    let goesOn = true;
    proxy.watch();
    const visitors = Array.from({ length: crowd }, async (_, number) => {
      const person = everyone[number % everyone.length]!;
      while (goesOn) kept.push(await prepareOnce(platform, person));
    });
    const rolling = (async () => {
      await until('all have visitors', () => new Set(proxy.passed.map(({ process }) => process)).size === each.length);
      for (const [number, product] of each.entries()) {
        const others = () => proxy.passed.filter(({ process }) => process !== number).length;
        const before = others();
        expect(await product.stop(), 'the exit code').to.equal(0);
        expect(others(), 'the others go on').to.be.greaterThan(before);
        await product.restart();
        const since = proxy.passed.length;
        await until('it takes part again', () => proxy.passed.slice(since).some(({ process }) => process === number));
      }
    })().finally(() => (goesOn = false));
    await Promise.all([...visitors, rolling]);

    expect(proxy.passed.filter(({ status }) => status >= 500)).to.deep.equal([]);
    expect(errors()).to.deep.equal([]);
    await until('all scores are taken', () => accepted().length >= kept.length, 60_000);
    expect(told()).to.have.length(kept.length);
    expect(new Set(told()).size, 'each cell once').to.equal(kept.length);
    for (const one of kept) expect(await findsAgain(platform, one), one.words).to.equal(true);
  });

  const webinarDay = addDays(dayOf(Date.now()), 9);

  const enter = (person: string) => formsOf(world.platform, person);
  const askForReminder = async () => {
    const instructor = await enter(people.instructor);
    const webinar = { weekday: String(weekdayOf(webinarDay)), time: '12:00', link: '' };
    await instructor('indstillinger', { start: addDays(webinarDay, -2), pace: 'all', ...webinar });
    const participant = await enter(people.mette);
    await participant('paamindelser/email/adresse', { adresse: 'mette@example.dk' });
    await participant('paamindelser/email/kode', { kode: codeIn(mail.mails[0]?.text ?? '') });
    const chosen = await participant('paamindelser/email/valg', { ...choices, hvad: 'webinar' });
    expect(load(chosen.html)('main').text()).to.include('Dit valg er gemt');
    mail.mails.length = 0;
  };

  /** What a process that dies in the middle of an erasure leaves behind. */
  const leaveErasure = async (store: Store, { course }: Kept) => {
    const rooms = await createRooms(store, Date.now);
    const room = (await rooms.all()).find(({ context }) => context === course.id)!.id;
    const [someone] = await rooms.people(room);
    const whom = { room, person: someone!.id };
    await (await store.collection(erasureSchema)).insert(hashOf(whom.person), { state: 'under way', at: 0, whom });
    return { isGone: async () => (await rooms.people(room)).length === 0 };
  };

  it('all at once, with work waiting: each score, each reminder and each erasure is seen to once', async () => {
    const { platform, each, shared } = world;
    const store = await openStore({ databaseUrl: shared['DATABASE_URL'] ?? '', dataKeys: [shared['DATA_KEY'] ?? ''] });
    await askForReminder();
    platform.misbehave.always.scores = { kind: 'status', status: 503 };
    const before = accepted().length;
    const sent = await Promise.all(everyone.map((person) => prepareOnce(platform, person)));
    const erasure = await leaveErasure(store, await prepareOnce(platform, people.unnamed));
    await until('the scores were tried', () => (output().match(/"kind":"retry"/g) ?? []).length > 0);
    delete platform.misbehave.always.scores;
    ahead = instantOf(webinarDay, '11:00') - Date.now();
    await world.restartAll(ahead);
    await until('the scores are taken', () => accepted().length >= before + sent.length, 60_000);
    await until('the reminder is there', () => mail.mails.length > 0);
    expect(await Promise.all(each.map((product) => product.stop()))).to.deep.equal([0, 0, 0]);

    expect(accepted()).to.have.length(before + sent.length);
    expect(new Set(told()).size, 'each cell once').to.equal(before + sent.length);
    expect(mail.mails).to.have.length(1);
    expect(await erasure.isGone()).to.equal(true);
    const erasures = await store.collection(erasureSchema);
    expect(await erasures.count({ state: 'under way' })).to.equal(0);
    expect(errors()).to.deep.equal([]);
    await store.close();
  });
});
