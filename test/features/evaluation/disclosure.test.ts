import { expect } from 'chai';
import fc from 'fast-check';
import { links } from '../../../src/features/evaluation/disclosure/disclosure.ts';
import type { Told } from './attacker.ts';
import { fewestIn, roomOverTime, surveys } from './roomOverTime.ts';
import { roomWith, together } from './severalRooms.ts';

const [SCREENING, BEFORE, AFTER, LATER] = [1, 2, 4, 8];

function changesTold({ room }: ReturnType<typeof roomWith>): string[] {
  return room
    .steps()
    .filter(({ about, isTold }) => isTold && (links as readonly string[]).includes(about))
    .map(({ about }) => about);
}

const presence = fc.array(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.constantFrom(1, 2, 4, 5, 9)), { maxLength: 5 });
const cell = fc.record({ rhythm: fc.constantFrom('', 'syv-uger'), period: fc.constantFrom('2026-1', '2026-2') });

/** People come in numbers around five, answer, change their answers, are erased; now and then someone looks. */
const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('answer' as const),
      from: fc.nat(12),
      many: fc.integer({ min: 1, max: 7 }),
      survey: fc.constantFrom(...surveys),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('edit' as const),
      from: fc.nat(14),
      many: fc.integer({ min: 1, max: 6 }),
      survey: fc.constantFrom(...surveys),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('withdraw' as const),
      from: fc.nat(14),
      survey: fc.constantFrom(...surveys),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('erase' as const), from: fc.nat(14) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('look' as const) }) },
);

describe('what is shown of a question', function () {
  this.timeout(120_000);

  it('can be taken apart by an attacker who is told too much, so the attacker is able', () => {
    const all = roomWith([
      [BEFORE, 3],
      [BEFORE | AFTER, 57],
    ]);
    const table = [...all.room.table().values()];
    expect(fewestIn(table, true)).to.equal(undefined);
    expect(fewestIn([...table, ...all.room.table(false).values()], true)).to.equal(3);
    const [first = new Map<string, number>()] = table;
    expect(fewestIn([first, new Map([...first].slice(1))], true)).to.equal(1);
  });

  it('is the change on the same persons, where those who answered only once are five or none', () => {
    const of = (once: number, twice: number) =>
      changesTold(
        roomWith([
          [BEFORE, once],
          [BEFORE | AFTER, twice],
        ]),
      );
    expect(of(3, 57)).to.deep.equal([]);
    expect(of(5, 57)).to.deep.equal(['foer>efter']);
    expect(of(0, 57)).to.deep.equal(['foer>efter']);
    expect(of(50, 4)).to.deep.equal([]);
  });

  it('counts figures taken twice: three changes around a circle give twice the answers before that the screening has too', () => {
    const all = roomWith([
      [SCREENING, 1],
      [BEFORE | AFTER, 5],
      [SCREENING | BEFORE | LATER, 5],
      [AFTER | LATER, 5],
    ]);
    expect(fewestIn([...all.room.table().values(), ...all.room.table(false).values()], true)).to.equal(1);
    expect(changesTold(all)).to.deep.equal(['foer>efter', 'efter>3-maaneder', 'foer>3-maaneder']);
  });

  it('leaves no sum over one to four people of one room, whatever is added and subtracted', () => {
    fc.assert(
      fc.property(presence, fc.boolean(), (people, isShared) => {
        const { room } = roomWith(people.map(([count, bits]) => [bits, count] as const));
        expect(fewestIn([...room.table().values()], isShared)).to.equal(undefined);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves none of several rooms, with what each instructor sees beside what the evaluator sees', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(presence, cell), { minLength: 2, maxLength: 4 }), (given) => {
        const rooms = given.map(([people, where], index) =>
          roomWith(
            people.map(([count, bits]) => [bits, count] as const),
            `r${index}`,
            where,
          ),
        );
        const told = [...together(rooms), ...rooms.flatMap(({ room }) => [...room.table().values()])];
        expect(fewestIn(told, true)).to.equal(undefined);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves none to who looks at one room again and again, while people answer, change their answers and are erased', () => {
    let most = 0;
    fc.assert(
      fc.property(fc.array(event, { minLength: 6, maxLength: 24 }), fc.boolean(), (events, isShared) => {
        const room = roomOverTime('a');
        const tables: Told[] = [];
        for (const [at, one] of events.entries()) {
          if (one.does === 'look') {
            room.look();
            tables.push(...room.table().values());
            continue;
          }
          if (one.does === 'withdraw') {
            room.withdraw(`p${one.from}`, one.survey);
            continue;
          }
          if (one.does === 'erase') {
            room.erase(`p${one.from}`);
            continue;
          }
          for (let index = one.from; index < one.from + one.many; index += 1)
            if (room.has(`p${index}`, one.survey) === (one.does === 'edit'))
              room.answer(`p${index}`, one.survey, 1 + ((at * 7 + index * 3) % 5));
        }
        most = Math.max(most, new Set(room.steps().map(({ about }) => about)).size);
        expect(fewestIn(tables, isShared)).to.equal(undefined);
      }),
      { numRuns: 400 },
    );
    // Else nothing would have been told to attack.
    expect(most).to.be.greaterThan(3);
  });

  it('is the same with five answers and with nine; with ten, five more have come in', () => {
    const room = roomOverTime('a');
    const told = () => [...(room.table().get('foer')?.keys() ?? [])].length;
    const counts: number[] = [];
    for (let index = 1; index <= 11; index += 1) {
      room.answer(`p${index}`, 'foer', 3);
      room.look();
      counts.push(told());
    }
    expect(counts).to.deep.equal([0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]);
  });

  it('stays as it was, when someone takes the consent back, of whose answers nothing is kept then', () => {
    const room = roomOverTime('a');
    for (let index = 1; index <= 6; index += 1) room.answer(`p${index}`, 'foer', 1);
    const before = room.look().told;
    expect(room.keptOf('p1')).to.deep.equal({ foer: { tro: 1 } });
    room.withdraw('p1', 'foer');
    expect(room.look().told).to.deep.equal(before);
    expect(room.keptOf('p1')).to.deep.equal({});
    // Who says yes again is not counted a second time.
    for (let index = 7; index <= 10; index += 1) room.answer(`p${index}`, 'foer', 1);
    room.answer('p1', 'foer', 5);
    expect(room.look().told).to.deep.equal(before);
  });

  it('stays as it was when someone edits a counted answer or is erased, and keeps nothing of erased people', () => {
    const room = roomOverTime('a');
    for (let index = 1; index <= 6; index += 1) room.answer(`p${index}`, 'foer', 1);
    const numbers = () => room.look().told.get('foer')?.get('tro');
    const before = numbers();
    room.answer('p1', 'foer', 5);
    expect(numbers()).to.deep.equal(before);
    expect(room.look().people).to.include('a/p2/0');
    room.erase('p2');
    expect(numbers()).to.deep.equal(before);
    expect(room.look().people).not.to.include('a/p2/0');
    for (let index = 1; index <= 6; index += 1) room.answer(`p${index}`, 'efter', 2);
    room.look();
    expect(changesTold({ room, seen: room.look() }), 'nothing more is judged where someone is missing').to.deep.equal(
      [],
    );
    expect(room.table().get('efter')?.size).to.equal(6);
  });
});
