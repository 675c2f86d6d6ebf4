import { expect } from 'chai';
import fc from 'fast-check';
import { anyText } from '../../support/anyText.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { prepWorld, type PrepWorld } from '../engine/world.ts';
import { visitor, type Seen, type Visitor } from './visitor.ts';

const odd = fc.constantFrom('', ' ', '\0', '__proto__', '🌱'.repeat(200), 'x'.repeat(21_000), 'ja', 'nej', '1', '6');
const text = fc.oneof(odd, anyText({ maxLength: 300 }));
const fields = fc.constantFrom(
  ...['answer.samtykke', 'answer.evner', 'answer.proev-igen', 'answer.findes-ikke', 'answer.constructor'],
  ...['intent', 'base', 'page', 'kept', 'drop.evner', '__proto__', 'constructor'],
);
const body = fc.array(fc.tuple(fields, text), { maxLength: 8 });

describe('the forms of surveys, given anything', function () {
  this.timeout(120_000);
  let world: PrepWorld;
  let room: string;
  let of: { room: string; person: string; activity: string };
  let sara: Visitor;

  beforeEach(async () => {
    world = await prepWorld({ courses: await shippedCourse(), activity: 'spoergeskema-foer' });
    const arrived = await world.arrive();
    of = arrived.of;
    room = `/rum/${of.room}`;
    sara = visitor(world.origin, { cookie: arrived.cookie, path: room });
  });
  afterEach(() => world.close());

  const secretOf = ({ $ }: Seen) => String($('main [name=_csrf]').val());
  const post = (who: Visitor, path: string, given: [string, string][]) =>
    who.open(path, { method: 'POST', body: new URLSearchParams(given) });

  it('answer with a page, and lose no answer that was given and no consent', async () => {
    const first = await sara.open(`${room}/aktivitet/spoergeskema-foer`);
    const job = await sara.answer(first, { value: 'ja', intent: 'next' });
    await sara.answer(job, { value: '4', intent: 'save' });
    const csrf = secretOf(first);
    const known = ['1', '2', '3', '4', '5'];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), body, async (step, given) => {
        const before = (await world.responses.get(of))?.draft ?? {};
        const path = `${room}/aktivitet/spoergeskema-foer/trin/${step}`;
        const page = await post(sara, path, [['_csrf', csrf], ...given]);
        expect(page.status).to.be.within(200, 499);
        const after = (await world.responses.get(of))?.draft ?? {};
        // Only an answer that the form itself gives replaces an earlier one; no answer is ever something not offered.
        for (const [question, answer] of Object.entries(before)) {
          const named = given.some(([name]) => name === `answer.${question}` || name === 'base');
          const no = after['samtykke'] === 'nej';
          if (!named && !no) expect(after[question], question).to.deep.equal(answer);
        }
        for (const [question, answer] of Object.entries(after)) {
          expect([...known, 'ja', 'nej', ''], question).to.include(answer);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('let no one in by a link that is not one, whatever is posted to it', async () => {
    const token = fc.oneof(text, fc.stringMatching(/^[\w-]{22}$/), fc.constantFrom('%E0%A4%A', '..', '%2e%2e%2f'));
    const stranger = visitor(world.origin);
    await fc.assert(
      fc.asyncProperty(token, body, fc.boolean(), async (given, posted, isPost) => {
        const path = `/svar/${/^%/.test(given) ? given : encodeURIComponent(given.toWellFormed())}`;
        // A browser takes two dots for the folder above: that asks for the front door.
        if (new URL(path, world.origin).pathname === '/') return;
        const page = isPost ? await post(stranger, path, posted) : await stranger.open(path);
        expect(page.status).to.be.oneOf([400, 401, 403, 404, 413, 431]);
        expect(stranger.cookies.has('svar')).to.equal(false);
      }),
      // As many as are answered before the door slows a guesser down.
      { numRuns: 29 },
    );
  });

  it('make a link or refuse, and open it or refuse, whatever comes along', async () => {
    const csrf = secretOf(await sara.open(`${room}/mit-link`));
    await fc.assert(
      fc.asyncProperty(body, body, async (made, entered) => {
        const page = await post(sara, `${room}/mit-link`, [['_csrf', csrf], ...made]);
        expect(page.h1).to.equal('Her er dit link');
        const link = page.$('#link').text().replace(world.origin, '');
        const phone = visitor(world.origin);
        const shown = await phone.open(link);
        expect((await post(phone, link, entered)).status).to.be.oneOf([403, 413]);
        expect((await post(phone, link, [['_csrf', secretOf(shown)], ...entered])).status).to.be.oneOf([200, 413]);
      }),
      { numRuns: 14 },
    );
  });
});
