import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { Outcome, ScoreReport } from '../../domain/report.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { FetchResponse } from '../publicFetch.ts';
import type { LineItems } from './lineItems.ts';
import { LineItemRefused } from './lineItemService.ts';
import { later, outcomeOfError, outcomeOfResponse, restAskedFor, type Trial } from './outcomes.ts';
import { sendScore, type Sending } from './sendScore.ts';
import type { CallService } from './service.ts';

/** How a delivery ended. */
export interface Delivery {
  outcome: Outcome;
  /** Where the score was tried; empty where it did not come that far, and where another report tells that line item. */
  lineItem: string;
  /** Until when the platform asked to be left alone, in milliseconds since 1970; 0 where it did not. */
  restUntil: number;
}

/** Tries one report. Never rejects, and asks nothing more of the platform after `deadline`. */
export type Deliver = (report: ScoreReport, deadline: number) => Promise<Delivery>;

interface Needs {
  platforms: Platforms;
  lineItems: LineItems;
  call: CallService;
  clock: Clock;
  random: () => number;
  log: Logger;
}

const GONE = new Set([404, 410]);

const untold = (outcome: Outcome): Delivery => ({ outcome, lineItem: '', restUntil: 0 });

const answered = (response: FetchResponse, trial: Trial): Delivery => {
  const rest = restAskedFor(response, trial.now);
  return { ...untold(outcomeOfResponse(response, trial)), restUntil: rest > 0 ? trial.now + rest : 0 };
};

const failed = (error: unknown, trial: Trial): Delivery => {
  const rest = error instanceof LineItemRefused ? restAskedFor(error.response, trial.now) : 0;
  return { ...untold(outcomeOfError(error, trial)), restUntil: rest > 0 ? trial.now + rest : 0 };
};

export const createDeliver = ({ platforms, lineItems, call, clock, random, log }: Needs): Deliver => {
  const noteUnexpected = (error: unknown, delivery: Delivery): Delivery => {
    if (delivery.outcome.cause === 'unexpected') log.error({ err: error }, 'score not delivered');
    return delivery;
  };

  const send = async (sending: Sending, trial: Trial): Promise<Delivery> => {
    const { lineItem, report } = sending;
    try {
      const response = await sendScore(call, sending);
      if (GONE.has(response.status)) await lineItems.forget(report);
      return { ...answered(response, trial), lineItem };
    } catch (error) {
      return { ...noteUnexpected(error, failed(error, trial)), lineItem };
    }
  };

  const attempt = async (report: ScoreReport, trial: Trial, deadline: number): Promise<Delivery> => {
    const platform = await platforms.get(report.platform);
    if (!platform) return untold({ kind: 'stopped', cause: 'platform-removed' });
    if (platform.status !== 'active') return untold(later('platform-inactive', trial));
    const lineItem = await lineItems.find({ platform, report, deadline });
    if (lineItem === undefined) return untold({ kind: 'stopped', cause: 'no-line-item' });
    // Two placements may share a column: the other report tells it.
    if (report.told.includes(lineItem)) return untold({ kind: 'delivered', cause: 'shared' });
    return send({ platform, report, lineItem, deadline }, trial);
  };

  return async (report, deadline) => {
    const trial = { attempts: report.attempts, since: report.since, now: clock(), random: random() };
    const delivery = await attempt(report, trial, deadline).catch((error: unknown) =>
      noteUnexpected(error, failed(error, trial)),
    );
    const { outcome } = delivery;
    const fields = { platform: report.platform, activity: report.activity, attempts: report.attempts, ...outcome };
    log[outcome.kind === 'delivered' ? 'info' : 'warn'](fields, 'score');
    return delivery;
  };
};
