import { expect } from 'chai';
import fc from 'fast-check';
import {
  AFTER,
  BEFORE,
  LATER,
  links,
  SCREENING,
  toldAlone,
  type Link,
} from '../../../src/features/evaluation/disclosure.ts';
import { groupsByLink, groupsBySize, type Group } from '../../../src/features/evaluation/groups.ts';
import type { RoomAnswers } from '../../../src/features/evaluation/roomAnswers.ts';
import type { SurveyActivity } from '../../../src/content/course.ts';
import { smallestGroup, type Told } from './attacker.ts';

const surveys = (['screening', 'foer', 'efter', '3-maaneder'] as const).map((wave): SurveyActivity => ({
  ...{ id: wave, wave, kind: 'survey', title: wave, intro: '', minutes: 1, version: '1', consent: 'ja' },
  steps: [],
}));
const QUESTION = 'tro';
const bitOf: Record<string, number> = { screening: SCREENING, foer: BEFORE, efter: AFTER, '3-maaneder': LATER };

/** A room in which so many people answered at exactly these waves. */
const roomWith = (
  id: string,
  presence: ReadonlyMap<number, number>,
  cell = { rhythm: '', period: '2026-1' },
): RoomAnswers => {
  const people = [...presence].flatMap(([bits, count]) =>
    Array.from({ length: count }, (_, index) => ({ name: `${id}/${bits}/${index}`, bits })),
  );
  const values = surveys.map((survey) => {
    const there = people.filter(({ bits }) => (bits & (bitOf[survey.id] ?? 0)) !== 0);
    return [survey.id, new Map([[QUESTION, new Map(there.map(({ name }) => [name, 3]))]])] as const;
  });
  return { id, pseudonym: id, ...cell, participants: people.length, answered: new Map(), values: new Map(values) };
};

const kindOf = (unknown: string): string => unknown.replace(/\/\d+@.*$/, '');

/** All sums that the rule tells of these rooms, each as what it counts of whom. */
const toldOf = (
  rooms: readonly RoomAnswers[],
  told: { groups: (wave: string) => Group[]; linked: Record<Link, Group[]> },
): Told[] => {
  const peopleAt = (group: Group, wave: string) =>
    rooms
      .filter(({ id }) => group.includes(id))
      .flatMap(({ values }) => [...(values.get(wave)?.get(QUESTION)?.keys() ?? [])]);
  // An answer of the screening may be the one of the survey before the course.
  const screened = new Set(rooms.flatMap(({ values }) => [...(values.get('foer')?.get(QUESTION)?.keys() ?? [])]));
  const sum = (group: Group, wave: string): Told =>
    new Map(
      peopleAt(group, wave).map((name) => [`${name}@${wave === 'screening' && screened.has(name) ? 'foer' : wave}`, 1]),
    );
  const change = (group: Group, link: Link): Told => {
    const [from = '', to = ''] = link.split('>');
    const first = new Set(peopleAt(group, from));
    const both = peopleAt(group, to).filter((name) => first.has(name));
    return new Map(
      both.flatMap((name): [string, number][] => [
        [`${name}@${from}`, -1],
        [`${name}@${to}`, 1],
      ]),
    );
  };
  return [
    ...['foer', 'efter', '3-maaneder'].flatMap((wave) => told.groups(wave).map((group) => sum(group, wave))),
    ...told.linked.screening.map((group) => sum(group, 'screening')),
    ...(['foer>efter', 'efter>3-maaneder', 'foer>3-maaneder'] as const).flatMap((link) =>
      told.linked[link].map((group) => change(group, link)),
    ),
  ];
};

const byRule = (rooms: readonly RoomAnswers[]) => ({
  groups: (wave: string) => groupsBySize(rooms, ({ values }) => values.get(wave)?.get(QUESTION)?.size ?? 0),
  linked: groupsByLink({ rooms, surveys, question: QUESTION }),
});

const attack = (rooms: readonly RoomAnswers[], told: Told[]) => {
  const people = new Set(
    rooms.flatMap(({ values }) => surveys.flatMap(({ id }) => [...(values.get(id)?.get(QUESTION)?.keys() ?? [])])),
  );
  const sizes = new Map(
    [...Map.groupBy(people, (name) => kindOf(`${name}@`))].map(([kind, all]) => [kind, all.length]),
  );
  return smallestGroup(told, { kindOf, sizes });
};

const presence = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.constantFrom(1, 2, 4, 5, 9)), { maxLength: 5 })
  .map((pairs) => new Map(pairs));
const cell = fc.record({ rhythm: fc.constantFrom('', 'syv-uger'), period: fc.constantFrom('2026-1', '2026-2') });

describe('what is told of a question', function () {
  this.timeout(60_000);

  it('can be taken apart by an attacker who is told too much, so the attacker is able', () => {
    const room = roomWith(
      'a',
      new Map([
        [BEFORE, 3],
        [BEFORE | AFTER, 57],
      ]),
    );
    const all = {
      groups: () => [['a']],
      linked: { screening: [], 'foer>efter': [['a']], 'efter>3-maaneder': [], 'foer>3-maaneder': [] },
    };
    expect(attack([room], toldOf([room], all))).to.equal(3);
    expect(attack([room], toldOf([room], byRule([room])))).to.equal(undefined);
    const other = roomWith('b', new Map([[BEFORE, 2]]));
    const both = { ...byRule([room]), groups: () => [['a'], ['a', 'b']] };
    expect(attack([room, other], toldOf([room, other], both))).to.equal(2);
  });

  it('is the change on the same persons, where those who answered only once are five or none', () => {
    const of = (once: number, twice: number) =>
      toldAlone(
        new Map(
          [
            [BEFORE, once],
            [BEFORE | AFTER, twice],
          ].filter(([, count]) => count) as [number, number][],
        ),
      );
    expect(of(3, 57)).to.deep.equal([]);
    expect(of(5, 57)).to.deep.equal(['foer>efter']);
    expect(of(0, 57)).to.deep.equal(['foer>efter']);
    expect(of(50, 4)).to.deep.equal([]);
  });

  it('counts figures taken twice: three changes around a circle give twice the answers before that the screening has too', () => {
    const people = new Map([
      [SCREENING, 1],
      [BEFORE | AFTER, 5],
      [SCREENING | BEFORE | LATER, 5],
      [AFTER | LATER, 5],
    ]);
    const room = roomWith('a', people);
    const all = links.map((link): [Link, Group[]] => [link, [['a']]]);
    const linked = Object.fromEntries(all) as Record<Link, Group[]>;
    expect(attack([room], toldOf([room], { ...byRule([room]), linked }))).to.equal(1);
    expect(attack([room], toldOf([room], byRule([room])))).to.equal(undefined);
    expect(toldAlone(people)).to.deep.equal(['screening', 'foer>efter', 'efter>3-maaneder']);
  });

  it('leaves no sum over one to four people of one room, whatever is added and subtracted', () => {
    fc.assert(
      fc.property(presence, (people) => {
        const rooms = [roomWith('a', people)];
        expect(attack(rooms, toldOf(rooms, byRule(rooms)))).to.equal(undefined);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves none of several rooms, with what each instructor sees beside what the evaluator sees', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(presence, cell), { minLength: 2, maxLength: 4 }), (given) => {
        const rooms = given.map(([people, where], index) => roomWith(`r${index}`, people, where));
        const told = [toldOf(rooms, byRule(rooms)), ...rooms.map((room) => toldOf([room], byRule([room])))].flat();
        expect(attack(rooms, told)).to.equal(undefined);
      }),
      { numRuns: 150 },
    );
  });

  it('is made of whole groups of five or more, of which the most are within one filter', () => {
    const sized = (id: string, count: number, period: string) =>
      roomWith(id, new Map([[BEFORE, count]]), { rhythm: '', period });
    const rooms = [
      sized('a', 9, '1'),
      sized('b', 3, '1'),
      sized('c', 3, '1'),
      sized('d', 2, '1'),
      sized('e', 4, '2'),
      sized('f', 1, '3'),
    ];
    expect(byRule(rooms).groups('foer')).to.deep.equal([['a'], ['b', 'c'], ['d', 'e']]);
  });
});
