import { expect } from 'chai';
import { load } from 'cheerio';
import { SIGN_OUT } from '../../src/http/roomRouter.ts';
import { routesOf } from '../../src/routes.ts';
import { startAppAndPlatform } from '../support/app.ts';
import { prepareAndSend } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { createWebClient, type WebClient } from '../support/platform/webClient.ts';
import { askingsOf, declaredBy, type Asking } from './addresses.ts';
import { ask, visitorBy, visitorOf, type Visitor, type World } from './visitors.ts';

const PREPARATION = 'modul-1-forberedelse';
const SURVEY = 'spoergeskema-foer';
/** In what Mette has sent, and in what she has written for herself. */
const SENT = 'Jegharsendtdetteord';
const OWN = 'Detteordermitalene';

/** Declared and yet not there: samples that name nothing, Mette's circle for others, steps of another kind of activity. */
const NOT_THERE = [
  /findes-ikke|\/99/,
  /^another participant: get \/symptomcirkel\//,
  /handleplan\/trin\/1$|(?<!handleplan)\/trin\/begynd$/,
  // The toolbox is a place, and no activity.
  /vaerktoejskasse\/send-igen|vis\/vaerktoejskasse/,
];

type Answer = Awaited<ReturnType<typeof ask>>;

describe('who reaches what in a room', function () {
  this.timeout(240_000);
  let world: World;
  let declares: ReturnType<typeof declaredBy>;
  let everything: Asking[];
  /** All but signing out, after which there is nothing more to ask. */
  let askings: Asking[];
  let mette: Visitor;
  /** People of Mette's room, and those of another room of the same platform. */
  let here: Visitor[];
  let elsewhere: Visitor[];
  let byLink: Visitor;
  /** Id of a person of another room. */
  let stranger: string;

  before(async () => {
    world = await startAppAndPlatform();
    const { platform, app } = world;
    const routes = routesOf(app.deps);
    declares = declaredBy(routes);
    const activity = PREPARATION;
    const launched = await platform.launch({ person: people.mette, activity });
    const receipt = await prepareAndSend(launched.client, launched.page);
    mette = visitorOf(world, 'mette', { page: launched.page, cookies: launched.client.cookiesFor(receipt.url) });
    const circle = await writeAs(world, mette, launched.client);
    here = [
      mette,
      await visitorBy(world, 'another participant', { person: people.jens, activity }),
      await visitorBy(world, 'instructor', { person: people.instructor, activity: 'Min uge' }),
      await visitorBy(world, 'administrator', { person: people.administrator, activity: 'Min uge' }),
    ];
    const course = await platform.course.copy();
    elsewhere = await Promise.all(
      [people.mette, people.instructor, people.administrator].map((person) =>
        visitorBy(world, `${person} in another room`, { person, activity: 'Min uge', course }),
      ),
    );
    stranger = elsewhere[0]?.viewer.person ?? '';
    byLink = await comeByLink(world, mette);
    const { page } = await platform.launch({ person: people.instructor, activity: 'select' });
    everything = askingsOf(routes, {
      activity: [PREPARATION, 'modul-1-medkursister', 'modul-1-handleplan', SURVEY, 'vaerktoejskasse', 'findes-ikke'],
      step: ['1', 'begynd', '99'],
      tool: ['soevn', 'findes-ikke'],
      monday: ['2026-11-16'],
      day: ['2026-11-20'],
      circle: [circle],
      language: ['da'],
      modul: ['modul-1', 'findes-ikke'],
      week: ['1', 'findes-ikke'],
      slide: ['1'],
      til: [mette.viewer.person, 'holdet'],
      idea: ['findes-ikke'],
      hvem: ['ikke-begyndt', 'vaek'],
      figure: ['findes-ikke'],
      picture: ['findes-ikke'],
      person: [mette.viewer.person, stranger, 'findes-ikke'],
      channel: ['email', 'sms'],
      selection: [/(?<=\/vaelg\/)[\w-]+/.exec(page.url)?.[0] ?? 'ingen'],
    });
    askings = everything.filter(({ address }) => address !== SIGN_OUT);
  });
  after(() => world.close());

  // Replies are always about something.
  const at = (room: string, address: string): string => `/rum/${room}${address}?om=modul-1`;
  const inWords = ({ address, method }: Asking, visitor: { name: string }): string =>
    `${visitor.name}: ${method} ${address}`;
  const expectNoWords = (answer: Answer, why: string, mayRead = false): void => {
    expect(answer.text, why).not.to.contain(OWN);
    if (!mayRead) expect(answer.text, why).not.to.contain(SENT);
  };
  /** Whatever it answers to a form with nothing in it; it knows no address that is made up or another person's. */
  const expectRoute = ({ status }: Answer, why: string): void => {
    expect(status, why).to.be.within(200, 499).and.not.be.oneOf([401, 403]);
    // A person of another room is nobody here.
    if (why.includes(stranger)) expect(status, why).to.equal(404);
    else if (NOT_THERE.every((one) => !one.test(why))) expect(status, why).not.to.equal(404);
  };
  const expectNoRoute = (answer: Answer, why: string): void => {
    expect(answer.status, why).to.equal(404);
    expect(load(answer.text)('.problem-code').attr('data-code'), why).to.equal('not-found');
  };
  const each = async (visitor: Visitor | undefined, room: string, use: (asking: Asking, answer: Answer) => unknown) => {
    // Who has no session in the room cannot leave it either.
    for (const asking of visitor?.room === room ? askings : everything) {
      const fields = { _csrf: visitor?.csrf ?? '' };
      const answer = await ask(world, visitor, { method: asking.method, path: at(room, asking.address), fields });
      await use(asking, answer);
    }
  };

  it('is as the routes declare, for every role in its own room', async () => {
    const seen = new Set<string>();
    // The owner last: some of her forms remove what others are not to reach.
    for (const visitor of here.toReversed()) {
      await each(visitor, mette.room, async (asking, answer) => {
        const why = inWords(asking, visitor);
        for (const word of [SENT, OWN]) if (answer.text.includes(word)) seen.add(`${visitor.name}: ${word}`);
        if (visitor !== mette) expectNoWords(answer, why, visitor.viewer.role === 'instructor');
        if (await declares(asking, visitor.viewer)) expectRoute(answer, why);
        else expectNoRoute(answer, why);
      });
    }
    expect([...seen]).to.have.members([`instructor: ${SENT}`, `mette: ${SENT}`, `mette: ${OWN}`]);
  });

  it('is nothing at all without a session, with one of another room, or with a false one', async () => {
    const token = mette.cookie.split('=')[1] ?? '';
    const [header = '', , signature = ''] = token.split('.');
    const payload = Buffer.from(JSON.stringify({ ...mette.viewer, role: 'instructor' })).toString('base64url');
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const strangers = [
      undefined,
      ...elsewhere,
      { ...mette, name: 'a changed session', cookie: `rum=${header}.${payload}.${signature}` },
      { ...mette, name: 'an unsigned session', cookie: `rum=${unsigned}.${payload}.` },
    ];
    for (const visitor of strangers)
      await each(visitor, mette.room, (asking, answer) => {
        const why = inWords(asking, visitor ?? { name: 'nobody' });
        expect(answer.status, why).to.equal(401);
        expectNoWords(answer, why);
      });
  });

  it('is one survey alone for who came by a link of their own', async () => {
    await each(byLink, mette.room, async (asking, answer) => {
      const why = inWords(asking, byLink);
      expectNoWords(answer, why);
      const isWithin = new RegExp(`^/aktivitet/${SURVEY}(/|$)|^/sprog/`).test(asking.address);
      if (isWithin && (await declares(asking, byLink.viewer))) expectRoute(answer, why);
      else expectNoRoute(answer, why);
    });
  });

  it('is no form without the visitor’s own secret', async () => {
    const others = [undefined, here[1]?.csrf, elsewhere[0]?.csrf];
    // In sessions of their own: one session may ask only so often.
    const again = await Promise.all(
      [people.mette, people.instructor].map((person) =>
        visitorBy(world, `${person} again`, { person, activity: 'Min uge' }),
      ),
    );
    for (const visitor of again)
      for (const { address } of everything.filter(({ method }) => method === 'post'))
        for (const csrf of others) {
          const fields = csrf === undefined ? {} : { _csrf: csrf };
          const answer = await ask(world, visitor, { method: 'post', path: at(mette.room, address), fields });
          expect(answer.status, `${visitor.name}: ${address} with ${csrf ?? 'no secret'}`).to.be.oneOf([401, 403, 404]);
        }
  });

  it('is left by everyone who signs out, and by no one else', async () => {
    const roles = [people.jens, people.instructor, people.administrator];
    const leaving = await Promise.all(roles.map((person) => visitorBy(world, person, { person, activity: 'Min uge' })));
    const signOut = async (visitor: Visitor, _csrf: string) =>
      (await ask(world, visitor, { method: 'post', path: at(mette.room, SIGN_OUT), fields: { _csrf } })).status;
    const isIn = async (visitor: Visitor) =>
      (await ask(world, visitor, { method: 'get', path: at(mette.room, '/') })).status === 200;
    for (const visitor of leaving) {
      expect(await signOut(visitor, mette.csrf), visitor.name).to.equal(401);
      expect(await isIn(visitor), visitor.name).to.equal(true);
      expect(await signOut(visitor, visitor.csrf), visitor.name).to.equal(200);
      expect(await isIn(visitor), visitor.name).to.equal(false);
    }
    // Who came by a link has no front page, and is let out all the same.
    expect(await signOut(byLink, byLink.csrf)).to.equal(200);
    expect(await isIn(mette)).to.equal(false);
  });

  it('is under ids that nobody can guess', async () => {
    const { deps } = world.app;
    const ids = [mette.room, ...(await deps.rooms.people(mette.room)).map(({ id }) => id)];
    for (const id of ids) expect(Buffer.from(id, 'base64url').length, id).to.be.at.least(16);
    expect(new Set(ids)).to.have.property('size', ids.length);
  });
});

/** Mette writes: what she sends, what she keeps, and a symptom circle; the circle's id. */
async function writeAs(world: World, mette: Visitor, client: WebClient): Promise<string> {
  const { deps } = world.app;
  const of = { room: mette.room, person: mette.viewer.person };
  const written = (question: string, posted: string) =>
    ({ question, kind: 'text', posted, base: '', page: 'p' }) as const;
  const circle = 'abcdefghijkl';
  const notes = [
    { notes: deps.diaryWeeks, part: '2026-11-16' },
    { notes: deps.symptomCircles, part: circle },
  ];
  for (const { notes: place, part } of notes)
    await place.save({ ...of, part }, { fields: [written('note', OWN)], dropped: [] });
  const step = `${world.app.url}/rum/${mette.room}/aktivitet/${PREPARATION}/trin/`;
  let page = await client.get(`${step}1`);
  for (let number = 1; load(page.html)('main textarea').length === 0; number += 1)
    page = await client.get(`${step}${number}`);
  const field = load(page.html)('main textarea').first().attr('name') ?? '';
  await client.follow(await client.submit(page, { [field]: SENT, intent: 'send' }));
  return circle;
}

/** Comes by Mette's own link to a survey. */
async function comeByLink(world: World, mette: Visitor): Promise<Visitor> {
  const { token } = await world.app.deps.ownLinks.make({
    room: mette.room,
    person: mette.viewer.person,
    activity: SURVEY,
  });
  const client = createWebClient();
  const door = await client.get(`${world.app.url}/svar/${token}`);
  const page = await client.follow(await client.submit(door));
  return visitorOf(world, 'by own link', { page, cookies: client.cookiesFor(page.url) });
}
