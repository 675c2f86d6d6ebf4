import { expect } from 'chai';
import type { ReportQueue, ScoreReport } from '../../src/responses/report.ts';
import { people, type Platform, startPlatform } from '../support/platform/startPlatform.ts';
import { startTool, type Tool } from './support/tool.ts';

/** The whole of LTI against the trial platform, which shares no code with the tool and is strict. */
describe('with a platform that no part of the tool has written', () => {
  let platform: Platform;
  let tool: Tool;
  const waiting: ScoreReport[] = [];
  const outcomes: unknown[] = [];
  let settled: () => void = () => undefined;
  const queue: ReportQueue = {
    claim: () => {
      const report = waiting.shift();
      const settle = (outcome: unknown): Promise<void> => {
        outcomes.push(outcome);
        settled();
        return Promise.resolve();
      };
      return Promise.resolve(report && { report, settle, renew: () => Promise.resolve() });
    },
  };
  before(async () => {
    tool = await startTool({ reports: queue });
    platform = await startPlatform({ toolUrl: tool.url });
    await platform.registerWithTool();
    tool.lti.reporter.start();
  });
  after(async () => {
    await tool.close();
    await platform.close();
  });

  it('one registers, launches, reads the roster and delivers a grade', async () => {
    await platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
    const launch = tool.launches.at(-1)!;
    expect(launch).to.deep.include({ role: 'participant', activity: 'modul-1-forberedelse' });

    const { memberships } = launch.services;
    const list = await tool.lti.roster({
      platform: launch.platform,
      memberships,
      resourceLink: launch.resourceLink.id,
      seen: [],
    });
    expect(list.kind === 'members' && list.members.map(({ subject }) => subject)).to.include.members([
      people.mette,
      people.unnamed,
      people.instructor,
    ]);

    const { lineItem, lineItems } = launch.services;
    const one = { platform: launch.platform, lineItem, lineItems, resourceLink: launch.resourceLink.id };
    const rest = { resourceId: launch.activity, tag: 'prep', ...launch.person };
    const score = { scoreGiven: 100, activityProgress: 'Completed' as const };
    const fresh = { since: Date.now(), attempts: 0, told: [] };
    const timestamp = new Date(Math.floor(Date.now() / 1000 - 1) * 1000).toISOString();
    const done = new Promise<void>((resolve) => {
      settled = resolve;
    });
    waiting.push({ ...one, ...rest, ...score, ...fresh, timestamp });
    tool.lti.reporter.wake();
    await done;
    expect(outcomes).to.deep.equal([{ kind: 'delivered' }]);
  });

  it('teachers and administrators are known by their role in the course', async () => {
    await platform.launch({ person: people.instructor, activity: 'modul-1-forberedelse' });
    expect(tool.launches.at(-1)!.role).to.equal('instructor');
  });

  it('a key that it rotates works at once', async () => {
    await platform.rotateKey();
    tool.clock.now += 31_000;
    const before = tool.launches.length;
    await platform.launch({ person: people.jens, activity: 'modul-1-forberedelse' });
    expect(tool.launches).to.have.length(before + 1);
  });
});
