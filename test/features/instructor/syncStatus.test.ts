import { expect } from 'chai';
import type { Participant } from '../../../src/features/instructor/participation.ts';
import { syncStatus } from '../../../src/features/instructor/syncStatus.ts';
import type { Report, ResponseRecord } from '../../../src/responses/responses.ts';
import { texts } from '../../../src/text/texts.ts';

const now = Date.parse('2026-11-21T09:00:00Z');
const { sync } = texts.da.instructor;

function aReport(change: Partial<Report> = {}): Report {
  return {
    resourceId: 'modul-1-forberedelse',
    tag: 'prep',
    scoreGiven: 100,
    activityProgress: 'Completed',
    timestamp: '2026-11-20T12:00:00Z',
    since: now - 5000,
    attempts: 0,
    state: 'waiting',
    cause: '',
    reason: '',
    settledAt: 0,
    dueAt: now,
    columns: [],
    ...change,
  };
}

function aParticipant(change: Partial<Participant> = {}): Participant {
  return {
    person: 'p1',
    subject: '1',
    name: '',
    number: 7,
    progress: 'sent',
    hasLeft: false,
    ...change,
  };
}

function responseOf(person: string, ...reports: Report[]): ResponseRecord {
  return {
    id: person,
    room: 'room',
    person,
    activity: 'modul-1-forberedelse',
    kind: 'prep',
    contentVersion: 'v1',
    agreements: {},
    sent: {},
    step: '',
    startedAt: 0,
    savedAt: 0,
    completedAt: 1,
    lastSentAt: 1,
    reports,
    due: 0,
  };
}

function statusOf(...reports: Report[]) {
  return syncStatus({ participants: [aParticipant()], responses: [responseOf('p1', ...reports)], now, language: 'da' });
}

describe('what the instructor sees of the course room’s knowledge', () => {
  it('is nothing where nothing is to be told', () => {
    expect(statusOf()).to.equal(undefined);
    expect(syncStatus({ participants: [aParticipant()], responses: [], now, language: 'da' })).to.equal(undefined);
  });

  it('is nothing of one who is no participant here', () => {
    const responses = [responseOf('teacher', aReport({ state: 'stopped', cause: 'not-participant' }))];
    expect(syncStatus({ participants: [aParticipant()], responses, now, language: 'da' })).to.equal(undefined);
  });

  it('is one line for a person, by what matters most', () => {
    const status = statusOf(
      aReport({ state: 'delivered', settledAt: 1 }),
      aReport({ state: 'stopped', cause: 'http-404' }),
      aReport({ state: 'waiting' }),
    );
    expect(status?.stopped.map(({ who, why }) => [who, why])).to.deep.equal([['Deltager 7', sync.causes.deleted]]);
    expect([status?.waiting, status?.delivered]).to.deep.equal([[], []]);
    expect(status?.attention).to.equal(sync.attention(1));
  });

  const waits: [string, Partial<Report>, string, string][] = [
    ['first try', {}, sync.soon, ''],
    ['after a failure', { cause: 'http-503', dueAt: now + 600_000 }, sync.nextTryToday('10.10'), sync.causes.down],
    [
      'until tomorrow',
      { cause: 'http-429', dueAt: now + 86_400_000 },
      'søndag 22. november kl. 10.00',
      sync.causes.busy,
    ],
  ];
  for (const [what, change, when, why] of waits) {
    it(`says when it is tried next: ${what}`, () => {
      const [row] = statusOf(aReport(change))?.waiting ?? [];
      expect(row?.when).to.include(when);
      expect(row?.why).to.equal(why);
    });
  }

  it('says when it arrived, the last time, and whether the course room had it already', () => {
    const [row] =
      statusOf(
        aReport({ state: 'delivered', settledAt: now - 86_400_000 }),
        aReport({ state: 'delivered', settledAt: now, cause: 'http-409' }),
      )?.delivered ?? [];
    expect(row).to.include({ when: sync.deliveredAt('lørdag 21. november kl. 10.00'), why: sync.alreadyGraded });
  });

  it('says what to do where the course has no column yet, once for all, and calls it no fault', () => {
    const columnless = aReport({ state: 'columnless', cause: 'no-column' });
    const status = statusOf(columnless);
    expect(status?.columnless.map(({ who }) => who)).to.deep.equal(['Deltager 7']);
    expect(status?.columnlessWhy).to.equal(`${sync.causes.noColumn} ${sync.columnlessAdvice}`);
    expect(status).to.include({ attention: '', summary: '1 venter på en karakterkolonne.' });
    expect(statusOf(aReport({ state: 'columnless', cause: 'no-grades' }))?.columnlessWhy).to.equal(
      sync.causes.noGrades,
    );
  });

  it('offers to send all again where there are several', () => {
    const stopped = aReport({ state: 'stopped', cause: 'http-400' });
    const participants = [aParticipant(), aParticipant({ person: 'p2', number: 8 })];
    const responses = [responseOf('p1', stopped), responseOf('p2', stopped)];
    expect(syncStatus({ participants, responses, now, language: 'da' })?.resendAll).to.equal(true);
    expect(statusOf(stopped)?.resendAll).to.equal(false);
  });
});
