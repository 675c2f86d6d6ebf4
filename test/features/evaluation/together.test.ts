import { expect } from 'chai';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { until } from '../../support/waiting.ts';
import { answering, type AnsweringApp } from './answering.ts';

const five = ['a', 'b', 'c', 'd', 'e'];

/** docs/decisions/0077 */
describe('evaluators who look at the same time', function () {
  this.timeout(60_000);
  let app: AnsweringApp;
  beforeEach(async () => {
    app = await answering({ courses: await shippedCourse() });
  });
  afterEach(() => app.close());

  const all = async (people: readonly string[]) => {
    for (const subject of people) await app.answer(subject, app.surveyAt('foer'));
  };
  /** Holds up every reading of the answers until it is let go, and counts how many have begun. */
  const holdReadings = () => {
    const { responses } = app.deps;
    const list = responses.list.bind(responses);
    const { promise: gate, resolve: letGo } = Promise.withResolvers<undefined>();
    const held = { begun: 0, letGo: () => letGo(undefined) };
    const first = app.surveyAt('foer').id;
    responses.list = async (room, activity) => {
      if (activity === first) held.begun += 1;
      await gate;
      return list(room, activity);
    };
    return held;
  };
  /** Counts evaluators whose request has come as far as to what it asks for. */
  const countArrived = () => {
    const { evaluators } = app.deps;
    const isSignedIn = evaluators.isSignedIn.bind(evaluators);
    const arrived = { count: 0 };
    evaluators.isSignedIn = async (session) => {
      const isGood = await isSignedIn(session);
      setImmediate(() => (arrived.count += 1));
      return isGood;
    };
    return arrived;
  };

  it('have the answers read twice at most, and see all that was sent before they asked', async () => {
    await all(five);
    const [early, ...late] = await Promise.all(Array.from({ length: 6 }, () => app.evaluator()));
    await early?.open('/evaluering');
    const held = holdReadings();
    const seenEarly = early?.open('/evaluering/tal.csv');
    await until('the first is read', () => held.begun > 0);
    await all(['f', 'g', 'h', 'i', 'j']);
    const arrived = countArrived();
    const seenLate = late.map((one) => one.open('/evaluering/tal.csv'));
    await until('all have asked', () => arrived.count === late.length);
    held.letGo();
    const files = (await Promise.all(seenLate)).map(({ $ }) => $('body').text());
    await seenEarly;
    expect(held.begun).to.equal(2);
    expect(new Set(files).size).to.equal(1);
    expect(files[0]).to.match(/,10,/);
  });

  it('are each told when it fails, and it goes on afterwards', async () => {
    await all(five);
    const evaluator = await app.evaluator();
    const { rooms } = app.deps;
    const everyRoom = rooms.all.bind(rooms);
    rooms.all = () => Promise.reject(new Error('The store is away.'));
    const failed = await Promise.all([1, 2, 3].map(() => evaluator.open('/evaluering')));
    expect(failed.map(({ status }) => status)).to.deep.equal([500, 500, 500]);
    rooms.all = everyRoom;
    expect((await evaluator.open('/evaluering')).status).to.equal(200);
  });
});
