import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { Outcome, ScoreReport } from '../../domain/report.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { Platform } from '../platforms/record.ts';
import type { FetchResponse } from '../publicFetch.ts';
import { type LineItems, serviceUrl } from './lineItems.ts';
import { later, outcomeOfError, outcomeOfResponse, type Trial } from './outcomes.ts';
import type { CallService } from './service.ts';

export type Deliver = (report: ScoreReport) => Promise<Outcome>;

interface Needs {
  platforms: Platforms;
  lineItems: LineItems;
  call: CallService;
  clock: Clock;
  random: () => number;
  log: Logger;
}

/** The score of a completed activity, as the contract has it (AGS 2.0, 3.4.4). */
const scoreOf = ({ subject, timestamp }: ScoreReport): object => ({
  userId: subject,
  scoreGiven: 100,
  scoreMaximum: 100,
  activityProgress: 'Completed',
  gradingProgress: 'FullyGraded',
  timestamp,
});

export const createDeliver = ({ platforms, lineItems, call, clock, random, log }: Needs): Deliver => {
  const send = (platform: Platform, column: string, report: ScoreReport): Promise<FetchResponse> =>
    call(platform, serviceUrl(column, { path: '/scores' }), {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.ims.lis.v1.score+json', accept: 'application/json, */*' },
      body: JSON.stringify(scoreOf(report)),
    });

  const attempt = async (report: ScoreReport, trial: Trial): Promise<Outcome> => {
    const platform = await platforms.get(report.platform);
    if (!platform) return { kind: 'stopped', cause: 'platform-removed' };
    if (platform.status !== 'active') return later('platform-inactive', trial);
    const column = await lineItems.find(platform, report);
    if (column === undefined) return { kind: 'stopped', cause: 'no-line-item' };
    const response = await send(platform, column, report);
    if (response.status === 404) lineItems.drop(report);
    return outcomeOfResponse(response, trial);
  };

  return async (report) => {
    const now = clock();
    const trial = {
      attempts: report.attempts,
      completedAt: Date.parse(report.timestamp) || now,
      now,
      random: random(),
    };
    const outcome = await attempt(report, trial).catch((error: unknown) => {
      const result = outcomeOfError(error, trial);
      if ('cause' in result && result.cause === 'unexpected') log.error({ err: error }, 'score not delivered');
      return result;
    });
    const fields = { platform: report.platform, activity: report.activity, attempts: report.attempts, ...outcome };
    log[outcome.kind === 'delivered' ? 'info' : 'warn'](fields, 'score');
    return outcome;
  };
};
