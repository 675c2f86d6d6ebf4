import { expect } from 'chai';
import fc from 'fast-check';
import { fewestBeside, fewestIn } from './roomOverTime.ts';
import { roomWith, together } from './severalRooms.ts';

const [SCREENING, BEFORE, AFTER, LATER] = [1, 2, 4, 8];

/** Who answers when: many both times, and a few who left or came later. */
const presence = fc.array(
  fc.tuple(
    fc.constantFrom(
      BEFORE,
      AFTER,
      BEFORE | AFTER,
      BEFORE | AFTER | LATER,
      BEFORE | LATER,
      SCREENING,
      SCREENING | BEFORE | AFTER,
    ),
    fc.integer({ min: 1, max: 9 }),
  ),
  { minLength: 1, maxLength: 4 },
);

/** Of each ten people, how many say yes. */
const yes = fc.integer({ min: 3, max: 10 });

describe('rows of several classes beside what is told of them together', function () {
  this.timeout(120_000);

  it('tell of nobody else, whoever left their class early, and whoever says yes', () => {
    let given = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(presence, yes), { minLength: 1, maxLength: 3 }), (classes) => {
        const rooms = classes.map(([people, share], index) => ({
          ...roomWith(people, `r${index}`),
          people: people.flatMap(([bits, count], at) =>
            Array.from({ length: count }, (_, one) => `${at}.${bits}.${one}`).filter((_, one) => one % 10 < share),
          ),
        }));
        const told = [...together(rooms), ...rooms.flatMap(({ room }) => [...room.table().values()])];
        if (fewestIn(told, true) !== undefined) return;
        for (const { room, people } of rooms) room.give(people);
        const out = new Set(rooms.flatMap(({ room }) => [...room.out()]));
        given += out.size > 0 && rooms.some(({ room }) => room.steps().some(({ isTold }) => !isTold)) ? 1 : 0;
        expect(fewestBeside(told, out, true)).to.equal(undefined);
        expect(fewestBeside(told, out, false)).to.equal(undefined);
      }),
      { numRuns: 300 },
    );
    expect(given, 'rows were given out where a class is pooled with others').to.be.greaterThan(30);
  });

  it('are most of a class that a few have left, where not all say yes', () => {
    const { room } = roomWith([
      [BEFORE, 3],
      [BEFORE | AFTER, 15],
    ]);
    const people = ['0.2.0', ...Array.from({ length: 12 }, (_, index) => `1.6.${index}`)];
    room.give(people);
    expect(room.out().size, 'ten people, before and after').to.equal(20);
    expect(room.out().has('a/0.2.0/0@foer'), 'one of three who left').to.equal(false);
  });

  it('are not those of the screening alone: its answers may be given again before the course', () => {
    const { room } = roomWith([
      [SCREENING, 5],
      [BEFORE, 6],
    ]);
    room.give(['0.1.0']);
    expect(fewestBeside([...room.table().values()], room.out(), false)).to.equal(undefined);
  });
});
