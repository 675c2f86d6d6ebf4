import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { Measures } from '../../domain/measures.ts';
import type { DeliveryOutcome, ScoreReport } from '../../responses/report.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { FetchResponse } from '../publicFetch.ts';
import type { LineItems } from './lineItems.ts';
import { LineItemRefused } from './lineItemService.ts';
import { later, outcomeOfError, outcomeOfResponse, restAskedFor, type Trial } from './outcomes.ts';
import { cleanReason } from './reason.ts';
import { sendScore, type Sending } from './sendScore.ts';
import type { CallService } from './service.ts';

/** How a delivery ended. */
export interface Delivery {
  outcome: DeliveryOutcome;
  /** The line item that the score was sent to; empty if none was reached. */
  lineItem: string;
  /** Milliseconds since 1970 until which the platform asked us to wait; 0 if it did not. */
  restUntil: number;
}

/** Tries to deliver one report. Never rejects, and sends no further request after `deadline`. */
export type Deliver = (report: ScoreReport, deadline: number) => Promise<Delivery>;

interface Deps {
  platforms: Platforms;
  lineItems: LineItems;
  call: CallService;
  clock: Clock;
  random: () => number;
  log: Logger;
  measures: Measures;
}

const GONE = new Set([404, 410]);

function notSent(outcome: DeliveryOutcome): Delivery {
  return { outcome, lineItem: '', restUntil: 0 };
}

function answered(response: FetchResponse, report: ScoreReport, trial: Trial): Delivery {
  const rest = restAskedFor(response, trial.now);
  const outcome = withReason(outcomeOfResponse(response, trial), response, report);
  return { ...notSent(outcome), restUntil: rest > 0 ? trial.now + rest : 0 };
}

function failed(error: unknown, report: ScoreReport, trial: Trial): Delivery {
  const response = error instanceof LineItemRefused ? error.response : undefined;
  const rest = response ? restAskedFor(response, trial.now) : 0;
  const outcome = outcomeOfError(error, trial);
  const told = response ? withReason(outcome, response, report) : outcome;
  return { ...notSent(told), restUntil: rest > 0 ? trial.now + rest : 0 };
}

function withReason(
  outcome: DeliveryOutcome,
  { text }: FetchResponse,
  { subject, name }: ScoreReport,
): DeliveryOutcome {
  if (outcome.kind !== 'retry' && outcome.kind !== 'stopped') return outcome;
  const reason = cleanReason(text, [subject, name]);
  return reason === '' ? outcome : { ...outcome, reason };
}

/** Logs without the platform's own text, which may hold anything about anyone. */
function logOutcome(log: Logger, { platform, resourceId, attempts }: ScoreReport, outcome: DeliveryOutcome): void {
  const { reason: _words, ...told } = { reason: '', ...outcome };
  log[outcome.kind === 'delivered' ? 'info' : 'warn']({ platform, resourceId, attempts, ...told }, 'score');
}

export function createDeliver({ platforms, lineItems, call, clock, random, log, measures }: Deps): Deliver {
  const noteUnexpected = (error: unknown, delivery: Delivery): Delivery => {
    if (delivery.outcome.cause === 'unexpected') log.error({ err: error }, 'score not delivered');
    return delivery;
  };

  const send = async (sending: Sending, trial: Trial): Promise<Delivery> => {
    const { lineItem, report } = sending;
    try {
      const response = await sendScore(call, sending);
      if (GONE.has(response.status)) await lineItems.forget(report);
      return { ...answered(response, report, trial), lineItem };
    } catch (error) {
      return { ...noteUnexpected(error, failed(error, report, trial)), lineItem };
    }
  };

  const attempt = async (report: ScoreReport, trial: Trial, deadline: number): Promise<Delivery> => {
    const platform = await platforms.get(report.platform);
    if (!platform) return notSent({ kind: 'stopped', cause: 'platform-removed' });
    if (platform.status !== 'active') return notSent(later('platform-inactive', trial));
    const lineItem = await lineItems.find({ platform, report, deadline });
    if (lineItem === undefined) return notSent({ kind: 'columnless', cause: 'no-column' });
    if (report.told.includes(lineItem)) return { ...notSent({ kind: 'delivered', cause: 'shared' }), lineItem };
    return send({ platform, report, lineItem, deadline }, trial);
  };

  return async (report, deadline) => {
    const trial = { attempts: report.attempts, since: report.since, now: clock(), random: random() };
    const delivery = await attempt(report, trial, deadline).catch((error: unknown) =>
      noteUnexpected(error, failed(error, report, trial)),
    );
    logOutcome(log, report, delivery.outcome);
    measures.platform(report.platform, 'score', delivery.outcome.kind);
    return delivery;
  };
}
