import { expect } from 'chai';
import { shippedCourse } from '../../support/shippedCourse.ts';
import type { Courses } from '../../../src/content/course.ts';
import { logPath } from '../../../src/http/log.ts';
import type { OwnLink } from '../../../src/activities/survey/ownLinks/store.ts';
import { HOUR, prepWorld, type PrepWorld } from '../engine/world.ts';
import { answerSurvey, visitor, type Seen, type Visitor } from './visitor.ts';
import { wayOn } from '../../support/wayOn.ts';

const FOLLOW_UP = 'spoergeskema-3-maaneder';
const DAY = 24 * HOUR;

describe('a link of one’s own', () => {
  let courses: Courses;
  let world: PrepWorld;
  let room: string;
  let person: string;
  let sara: Visitor;

  before(async () => {
    courses = await shippedCourse();
  });
  beforeEach(async () => {
    world = await prepWorld({ courses, activity: FOLLOW_UP });
    const arrived = await world.arrive();
    ({ room, person } = arrived.of);
    sara = visitor(world.origin, { cookie: arrived.cookie, path: `/rum/${room}` });
  });
  afterEach(() => world.close());

  const activity = (id = FOLLOW_UP) => `/rum/${room}/aktivitet/${id}`;
  const linkIn = (page: Seen) => page.$('#link').text().replace(world.origin, '');
  const makeLink = async () => linkIn(await sara.press(await sara.open(`/rum/${room}/mit-link`)));
  const phone = () => visitor(world.origin);
  const enter = async (link: string, who = phone()) => ({ who, first: await who.press(await who.open(link)) });
  const response = () => world.responses.get({ room, person, activity: FOLLOW_UP });

  it('is offered when the survey after the course is sent, and shown once as text and as a code', async () => {
    const receipt = await answerSurvey(sara, activity('spoergeskema-efter'));
    expect(receipt.words).to.include('Vil du svare igen om tre måneder?');
    expect(receipt.$('.card').text()).not.to.include('Tre måneder efter');
    const made = await sara.press(receipt, {}, /mit-link/);
    expect(made.h1).to.equal('Her er dit link');
    expect(linkIn(made)).to.match(/^\/svar\/[\w-]{22}$/);
    expect(made.$('label[for=link]').text()).to.equal('Dit link');
    expect(made.$('svg.qr[role=img]').attr('aria-label')).to.equal('Kode med dit link, som et kamera kan læse');
    expect(made.$('svg.qr path').attr('d')).to.match(/^(M\d+ \d+h1v1h-1z){200,}$/);
    expect(made.words).to.include('Det virker til onsdag 18. august');
    const again = await sara.open(`/rum/${room}/mit-link`);
    expect(again.words).to.include('Laver du et nyt, virker det gamle ikke mere');
    expect(again.$.html()).not.to.include('/svar/');
  });

  it('lets one answer without a course room, with a pause, until it is sent', async () => {
    const link = await makeLink();
    const { who, first } = await enter(link);
    expect(first.h1).to.equal('Vil du være med?');
    const job = await who.answer(first, { value: 'ja', intent: 'next' });
    await who.answer(job, { value: '5', intent: 'save' });
    world.pass(40 * DAY);
    const { who: tablet, first: resumed } = await enter(link);
    expect(resumed.h1).to.equal('Dig og job, og dit helbred');
    expect(resumed.$('input:checked')).to.have.length(7);
    let last = await tablet.press(resumed, { intent: 'next' }, /\/trin\//);
    while (last.$(wayOn).length > 0) last = await tablet.answer(last, { value: '2', intent: 'next' });
    const receipt = await tablet.answer(last, { value: '2', intent: 'send' });
    expect(receipt.h1).to.equal('Tak for dine svar');
    expect(receipt.words).to.include('Dit link kan ikke bruges igen');
    expect((await response())?.sent).to.include({ samtykke: 'ja', evner: '5', 'bede-om-hjaelp': '2' });
    expect(
      (await response())?.reports.map(({ state }) => state),
      'waits for a column',
    ).to.deep.equal(['columnless']);
    const spent = await phone().open(link);
    expect([spent.status, spent.h1]).to.deep.equal([410, 'Tak, du har svaret']);
    expect(spent.$('main form')).to.have.length(0);
    const again = visitor(world.origin, { cookie: (await world.arrive()).cookie, path: `/rum/${room}` });
    expect((await again.open(`/rum/${room}/mit-link`)).h1).to.equal('Du har allerede svaret');
  });

  it('reports to the course room, where the survey is placed there', async () => {
    await world.arrive({ activity: FOLLOW_UP });
    const { who, first } = await enter(await makeLink());
    await answerSurvey(who, first.path);
    expect((await response())?.reports.map(({ state }) => state)).to.deep.equal(['waiting']);
  });

  it('changes nothing when it is looked at, as mail filters do', async () => {
    const link = await makeLink();
    const seen = await phone().open(link);
    expect(seen.words).to.include('Her kan du svare på “Tre måneder efter”. Det tager cirka 4 minutter.');
    expect(seen.headers.getSetCookie().join()).not.to.match(/(^|,)svar=/);
    expect(await response()).to.equal(undefined);
  });

  it('opens that one survey, the choice of language, and nothing else', async () => {
    await answerSurvey(sara, activity('spoergeskema-foer'));
    const { who, first } = await enter(await makeLink());
    for (const path of ['/', '/mit-link', '/aktivitet/spoergeskema-foer', '/aktivitet/spoergeskema-foer/kvittering']) {
      expect((await who.open(`/rum/${room}${path}`)).status, path).to.equal(404);
    }
    for (const path of ['/mit-link', '/aktivitet/spoergeskema-foer/trin/1']) {
      const body = new URLSearchParams({ _csrf: String(first.$('[name=_csrf]').val()), intent: 'send' });
      expect((await who.open(`/rum/${room}${path}`, { method: 'POST', body })).status, path).to.equal(404);
    }
    const shown = first
      .$('a[href]')
      .toArray()
      .map((link) => first.$(link).attr('href') ?? '');
    expect(new Set(shown)).to.deep.equal(new Set(['#main', '/persondata', '/tilgaengelighed']));
    const body = new URLSearchParams({ _csrf: String(first.$('[name=_csrf]').val()) });
    const switchTo = first.$('header form').attr('action') ?? '';
    expect((await who.open(switchTo, { method: 'POST', body })).h1).to.equal('Will you take part?');
    const receipt = await answerSurvey(who, activity());
    expect(receipt.$(`main a[href="/rum/${room}/"], .card`)).to.have.length(0);
  });

  it('stops when a new one is made, and says so', async () => {
    const [first, second] = [await makeLink(), await makeLink()];
    const old = await phone().open(first);
    expect([old.status, old.h1]).to.deep.equal([410, 'Du har et nyere link']);
    expect((await enter(second)).first.h1).to.equal('Vil du være med?');
  });

  it('says plainly what to do where it is wrong or too old', async () => {
    const link = await makeLink();
    const wrong = link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A');
    for (const path of [wrong, '/svar/kort', `${link}x`]) {
      const page = await phone().open(path);
      expect([page.status, page.h1], path).to.deep.equal([404, 'Linket virker ikke']);
    }
    world.pass(270 * DAY);
    expect((await phone().open(link)).h1).to.equal('Linket virker ikke');
  });

  it('waits for the day on which the survey opens, but not for one who has begun', async () => {
    const link = await makeLink();
    const weekly = {
      start: '2026-11-09',
      pace: 'weekly',
      rhythm: '',
      webinar: undefined,
      link: '',
      municipality: '',
    } as const;
    await world.schedules.save(room, weekly, 'someone');
    const early = await phone().open(link);
    expect(early.words).to.include('Spørgeskemaet åbner søndag 4. april');
    expect(early.$('main form')).to.have.length(0);
    expect((await sara.open(activity())).words).to.include('“Tre måneder efter” åbner søndag 4. april');
    expect((await sara.open(`/rum/${room}/mit-link`)).words).to.include('Spørgeskemaet åbner søndag 4. april');
    world.pass(135 * DAY);
    expect((await enter(link)).first.h1).to.equal('Vil du være med?');
  });

  it('takes the button only from the browser that was shown it', async () => {
    const link = await makeLink();
    const seen = await phone().open(link);
    const body = new URLSearchParams({ _csrf: String(seen.$('[name=_csrf]').val()) });
    const other = phone();
    expect((await other.open(link, { method: 'POST', body })).h1).to.equal('Din browser gemmer ikke noget for os her');
    await other.open(link);
    const refused = await other.open(link, { method: 'POST', body });
    expect(refused.status).to.equal(403);
    expect(refused.$('main form button')).to.have.length(1);
    expect([...other.cookies.keys()]).to.deep.equal(['svar-form']);
  });

  it('is told to no other page, kept in no cache, frame or log, and in the store only as a hash', async () => {
    const link = await makeLink();
    const { headers, $ } = await phone().open(link);
    expect(headers.get('referrer-policy')).to.equal('no-referrer');
    expect($('meta[name=referrer]').attr('content')).to.equal('no-referrer');
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(headers.get('content-security-policy')).to.include("frame-ancestors 'none'");
    for (const path of [link, `${link}?sprog=en`, link.replace('svar', 'SVAR'), `/${link}`, `${link}/mere`]) {
      expect(logPath(path)).to.equal('/svar/…');
    }
    const links = await world.store.collection<OwnLink, keyof OwnLink>({
      name: 'own_links',
      indexes: [['room'], ['person', 'activity'], ['expiresAt']],
      encrypted: [],
    });
    const { items } = await links.find({ where: { room } });
    expect(items.map(({ key }) => key.length)).to.deep.equal([43]);
    expect(JSON.stringify(items)).not.to.include(link.slice('/svar/'.length));
  });

  it('opens nothing for one who teaches here by now', async () => {
    const link = await makeLink();
    await world.arrive({ role: 'instructor' });
    expect((await phone().open(link)).status).to.equal(404);
  });

  it('is slowed down for one who guesses, and not for one who has a link', async () => {
    const link = await makeLink();
    for (let turn = 0; turn < 31; turn += 1) expect((await phone().open(link)).status).to.equal(200);
    const statuses = [];
    for (let turn = 0; turn < 31; turn += 1) statuses.push((await phone().open('/svar/AAAAAAAAAAAAAAAAAAAAAA')).status);
    expect(statuses.slice(0, 30)).to.deep.equal(Array.from({ length: 30 }, () => 404));
    expect(statuses.at(-1)).to.equal(429);
    // Somebody else's guesses behind the same address shut nobody out.
    expect((await phone().open(link)).status).to.equal(200);
  });

  describe('in a browser that already has a session', () => {
    it('leaves the person’s own session as it is', async () => {
      await enter(await makeLink(), sara);
      expect([...sara.cookies.keys()].sort()).to.deep.equal(['rum', 'svar', 'svar-form']);
      expect((await sara.open(`/rum/${room}/mit-link`)).status).to.equal(200);
    });

    it('opens nothing of somebody else’s who used the computer before, until that one comes back', async () => {
      await answerSurvey(sara, activity('spoergeskema-foer'));
      const link = await makeLink();
      const bo = await world.arrive({ person: { subject: '99', name: 'Bo' } });
      const shared = visitor(world.origin, { cookie: bo.cookie, path: `/rum/${room}` });
      world.pass(HOUR);
      const { first } = await enter(link, shared);
      await shared.answer(first, { value: 'ja', intent: 'next' });
      expect((await response())?.draft).to.deep.equal({ samtykke: 'ja', forskning: 'ja' });
      expect((await shared.open(`/rum/${room}/mit-link`)).status).to.equal(404);
      world.pass(HOUR);
      const back = await world.arrive({ person: { subject: '99', name: 'Bo' } });
      shared.cookies.set('rum', { value: back.cookie.slice('rum='.length), path: `/rum/${room}` });
      expect((await shared.open(`/rum/${room}/mit-link`)).status).to.equal(200);
      expect((await shared.open(activity())).h1).to.equal('Vil du være med?');
    });

    it('ends like any other session', async () => {
      const { who } = await enter(await makeLink());
      for (let hours = 0; hours < 12; hours += 3) {
        expect((await who.open(activity())).status).to.equal(200);
        world.pass(3 * HOUR);
      }
      const ended = await who.open(activity());
      expect(ended.status).to.equal(401);
      expect(ended.words).to.include('Kom du med dit eget link, så åbn det igen');
    });
  });
});
