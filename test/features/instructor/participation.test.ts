import { expect } from 'chai';
import { listNames } from '../../../src/features/instructor/names.ts';
import { participation, type Participant } from '../../../src/features/instructor/participation.ts';
import type { Person } from '../../../src/rooms/rooms.ts';

function aPerson(change: Partial<Person>): Person {
  return {
    id: 'p1',
    room: 'r',
    subject: '1',
    name: 'Sara',
    number: 1,
    role: 'participant',
    firstSeen: 0,
    lastSeen: 0,
    ...change,
  };
}
function aMember(subject: string, name = '') {
  return { subject, name, role: 'participant' as const };
}
const nobodyYet = new Map();

describe('who takes part', () => {
  it('is everyone the LMS lists, also those who have never been here', () => {
    const found = participation({
      people: [aPerson({})],
      members: [aMember('1', 'Sara'), aMember('2', 'Bo')],
      progress: nobodyYet,
    });
    expect(found.map(({ name, number, progress }) => ({ name, number, progress }))).to.deep.equal([
      { name: 'Sara', number: 1, progress: 'notBegun' },
      { name: 'Bo', number: undefined, progress: 'notBegun' },
    ]);
  });

  it('is everyone who has been here, where the LMS gives no list', () => {
    const found = participation({
      people: [aPerson({}), aPerson({ id: 'p2', subject: '2', number: 2 })],
      members: undefined,
      progress: nobodyYet,
    });
    expect(found).to.have.length(2);
  });

  it('never counts an instructor, whatever the list says', () => {
    const teacher = aPerson({ role: 'instructor' });
    expect(participation({ people: [teacher], members: [aMember('1', 'Sara')], progress: nobodyYet })).to.deep.equal(
      [],
    );
  });

  it('keeps one who answered and then left the course, but not one who only looked in', () => {
    const people = [aPerson({ id: 'left', subject: '8' }), aPerson({ id: 'looked', subject: '9' })];
    const found = participation({ people, members: [], progress: new Map([['left', 'sent' as const]]) });
    expect(found.map(({ person }) => person)).to.deep.equal(['left']);
  });

  it('says of one who answered and is not on the list that they have left, and of nobody where there is no list', () => {
    const people = [aPerson({ id: 'here', subject: '1' }), aPerson({ id: 'left', subject: '8' })];
    const progress = new Map([['left', 'sent' as const]]);
    const leftOf = (members: ReturnType<typeof aMember>[] | undefined) =>
      participation({ people, members, progress }).filter(({ hasLeft }) => hasLeft);
    expect(leftOf([aMember('1'), aMember('2')]).map(({ person }) => person)).to.deep.equal(['left']);
    expect(leftOf(undefined)).to.deep.equal([]);
  });

  it('takes the name the LMS gives now before the one it gave at the launch', () => {
    const [found] = participation({
      people: [aPerson({ name: 'Old' })],
      members: [aMember('1', 'New')],
      progress: nobodyYet,
    });
    expect(found?.name).to.equal('New');
  });
});

describe('the names of participants', () => {
  const one = (name: string, number: number | undefined): Participant => ({
    person: number === undefined ? undefined : `p${number}`,
    subject: '',
    name,
    number,
    progress: 'notBegun',
    hasLeft: false,
  });

  it('are the LMS’s, else a label that stays theirs; those without either are counted', () => {
    const all = [one('Sara', 1), one('', 7), one('', undefined), one('Bo', undefined), one('', undefined)];
    expect(listNames(all, 'da')).to.deep.equal(['Sara', 'Deltager 7', 'Bo', '2 deltagere uden navn']);
    expect(listNames(all.slice(0, 3), 'en').at(-1)).to.equal('Participant without a name');
  });
});
