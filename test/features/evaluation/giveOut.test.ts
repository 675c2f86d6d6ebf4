import { expect } from 'chai';
import fc from 'fast-check';
import type { Told } from './attacker.ts';
import { fewestBeside, roomOverTime, surveys } from './roomOverTime.ts';

const people = Array.from({ length: 15 }, (_, index) => String(index));

/** So many answer before the course; so many of them say yes to rows. */
function classOf(all: number, yes: number) {
  const room = roomOverTime('a');
  for (const person of people.slice(0, all)) room.answer(person, 'foer', 3);
  room.look();
  room.give(people.slice(0, yes));
  return room;
}

const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('answer' as const),
      from: fc.nat(10),
      many: fc.integer({ min: 1, max: 8 }),
      survey: fc.constantFrom(...surveys),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('give' as const), sharers: fc.subarray(people) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('erase' as const), from: fc.nat(14) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('look' as const) }) },
);

describe('rows that are given out beside the tables', function () {
  this.timeout(120_000);

  it('are all of a class, or leave five people or more in each table', () => {
    expect(classOf(6, 6).out().size, 'all of them').to.equal(6);
    expect(classOf(12, 7).out().size, 'five are left').to.equal(7);
    expect(classOf(12, 10).out().size, 'three are held back').to.equal(7);
    expect(classOf(6, 5).out().size, 'the sixth would be the difference').to.equal(1);
    expect(classOf(4, 4).out().size, 'no table speaks of them yet').to.equal(0);
  });

  it('stay known, so that nobody who says yes later leaves too few', () => {
    const room = classOf(12, 7);
    room.give(people.slice(0, 8));
    expect(room.out().size).to.equal(7);
    room.give(people.slice(0, 12));
    expect(room.out().size).to.equal(12);
  });

  it('leave no change on the same persons of too few', () => {
    const room = classOf(12, 7);
    for (const person of people.slice(0, 8)) room.answer(person, 'efter', 4);
    room.look();
    room.give(people.slice(0, 7));
    const tables = [...room.table().values()];
    expect(fewestBeside(tables, room.out(), false)).to.equal(undefined);
  });

  it('tell of nobody else, whoever answers, says yes, takes it back and is erased in whichever order', () => {
    let most = 0;
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), fc.boolean(), (events, isShared) => {
        const room = roomOverTime('a');
        const tables: Told[] = [];
        for (const one of events) {
          if (one.does === 'answer')
            for (const person of people.slice(one.from, one.from + one.many)) room.answer(person, one.survey, 2);
          else if (one.does === 'erase') room.erase(people[one.from] ?? '');
          else {
            room.look();
            if (one.does === 'give') room.give(one.sharers);
            tables.push(...room.table().values());
          }
        }
        if (room.out().size > 0 && tables.length > 2) most += 1;
        expect(fewestBeside(tables, room.out(), isShared)).to.equal(undefined);
      }),
      { numRuns: 400 },
    );
    expect(most, 'rows were given out beside tables').to.be.greaterThan(20);
  });
});
