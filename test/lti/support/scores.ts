import type { ClaimedReport, DeliveryOutcome, ReportQueue, ScoreReport } from '../../../src/responses/report.ts';
import { type Lms, type Received, startLms } from './lms.ts';
import { startTool, type Tool } from './tool.ts';

export interface Settled {
  report: ScoreReport;
  outcome: DeliveryOutcome;
  lineItem: string;
}

/** A queue in memory: gives what is put into it once, and tells how it ended. */
export function createQueue() {
  const waiting: ScoreReport[] = [];
  const ended: Settled[] = [];
  const told: (() => void)[] = [];
  const queue: ReportQueue = {
    claim: () => {
      const report = waiting.shift();
      if (!report) return Promise.resolve(undefined);
      const settle: ClaimedReport['settle'] = (outcome, lineItem = '') => {
        ended.push({ report, outcome, lineItem });
        told.splice(0).forEach((tell) => tell());
        return Promise.resolve();
      };
      return Promise.resolve({ report, settle, renew: () => Promise.resolve() });
    },
  };
  const settled = async (count: number): Promise<Settled[]> => {
    while (ended.length < count) await new Promise<void>((resolve) => void told.push(resolve));
    return ended;
  };
  return { waiting, queue, settled };
}

export const SCORES = '/lineitems/9/lineitem/scores';

export interface ScoreWorld {
  lms: Lms;
  tool: Tool;
  line: ReturnType<typeof createQueue>;
  platform: string;
  /** What the tool's dice show: 0 up to 1; 0.5 where nothing is said. */
  chance: number;
  /** A report that is as it should be, but for the changes. */
  report: (changes?: Partial<ScoreReport>) => ScoreReport;
  /** Hands over to the worker and waits for so many more to end. */
  deliver: (...reports: ScoreReport[]) => Promise<Settled[]>;
  /** What the LMS got at an address. */
  got: (path?: string) => Received[];
  /** As if nothing had been before, a day later. Making a platform's keys takes long; so tests share one. */
  reset: () => void;
  close: () => Promise<void>;
}

const DAY = 25 * 3_600_000;

/** A tool whose worker runs, and an LMS that takes scores. */
export async function scoreWorld(): Promise<ScoreWorld> {
  const line = createQueue();
  const dice = { chance: 0.5 };
  const [lms, tool] = await Promise.all([startLms(), startTool({ reports: line.queue, random: () => dice.chance })]);
  const platform = (await tool.lti.platforms.add(lms.facts)).id;
  const token = lms.replies.get('/token')!;
  tool.lti.reporter.start();
  let handed = 0;
  return Object.assign(dice, {
    lms,
    tool,
    line,
    platform,
    report: (changes = {}) => ({
      platform,
      lineItem: `${lms.url}/lineitems/9/lineitem?type_id=1`,
      lineItems: `${lms.url}/lineitems?type_id=1`,
      resourceLink: 'link-1',
      resourceId: 'modul-1-forberedelse',
      tag: 'prep',
      subject: 'user-4',
      name: 'Mette Holm',
      scoreGiven: 100,
      activityProgress: 'Completed' as const,
      timestamp: new Date(tool.clock.now - 5000).toISOString().replace(/\.\d+/, ''),
      since: tool.clock.now - 5000,
      attempts: 0,
      told: [],
      ...changes,
    }),
    deliver: async (...reports: ScoreReport[]) => {
      const before = handed;
      handed += reports.length;
      line.waiting.push(...reports);
      tool.lti.reporter.wake();
      return (await line.settled(handed)).slice(before);
    },
    got: (path = SCORES) => lms.received.filter((one) => one.path.split('?')[0] === path),
    reset: () => {
      lms.received.splice(0);
      lms.replies.set(SCORES, [{ status: 200 }]).set('/token', token);
      tool.clock.now += DAY;
    },
    close: async () => {
      await Promise.all([lms.close(), tool.close()]);
    },
  });
}

/** `retry http-503`, `delivered`. */
export function inWords({ outcome }: Settled): string {
  return [outcome.kind, outcome.cause ?? ''].join(' ').trim();
}
