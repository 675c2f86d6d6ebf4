import { expect } from 'chai';
import { byResourceId, knowingWhereAndSince } from '../../src/responses/olderReports.ts';
import { dueOf } from '../../src/responses/reports.ts';
import type { Report } from '../../src/responses/reportRecord.ts';

function at(second: number) {
  return `2026-11-21T09:42:${second}Z`;
}

/** A report as it was when each placement had its own. */
function older(change: object = {}) {
  return {
    placement: 'one',
    lineItem: '',
    timestamp: at(10),
    since: 1000,
    attempts: 0,
    state: 'waiting',
    cause: '',
    settledAt: 0,
    dueAt: 2000,
    ...change,
  };
}

function migrated(...reports: object[]): Report[] {
  const doc = { activity: 'modul-1-forberedelse', kind: 'prep', reports };
  return byResourceId(knowingWhereAndSince(doc))['reports'] as Report[];
}

describe('reports of each placement, as they were stored before', () => {
  it('are none where there were none', () => {
    expect(migrated()).to.deep.equal([]);
  });

  it('become one for all columns, which remembers where it was told', () => {
    const [report, ...more] = migrated(
      older({ state: 'delivered', lineItem: 'https://lms.example/one', settledAt: 5, attempts: 1 }),
      older({ placement: 'two', timestamp: at(11), dueAt: 3000 }),
    );
    expect(more).to.deep.equal([]);
    expect(report).to.include({ resourceId: 'modul-1-forberedelse', tag: 'prep', scoreGiven: 100, timestamp: at(11) });
    expect(report).to.include({ activityProgress: 'Completed', state: 'waiting', dueAt: 3000, attempts: 1 });
    expect(report?.columns.map(({ lineItem, state, timestamp }) => [lineItem, state, timestamp])).to.deep.equal([
      ['https://lms.example/one', 'delivered', at(11)],
    ]);
    expect(dueOf([report!]), 'what is indexed stays as it was').to.equal(3000);
  });

  it('remember the placement where the first version did not say where it had told it', () => {
    const [report] = migrated(older({ state: 'delivered', settledAt: 5 }));
    expect(report).to.include({ state: 'delivered', settledAt: 5 });
    expect(report?.columns[0]).to.include({ lineItem: '', placement: 'one', state: 'delivered' });
  });

  it('keep what was given up, with its cause', () => {
    const [report] = migrated(
      older({ state: 'stopped', cause: 'http-400', lineItem: 'x', settledAt: 7 }),
      older({ state: 'delivered' }),
    );
    expect(report).to.include({ state: 'stopped', cause: 'http-400', settledAt: 7, reason: '' });
  });
});
