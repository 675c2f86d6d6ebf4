import type { ScoreReport } from '../../responses/report.ts';
import type { Platform } from '../platforms/record.ts';
import type { FetchResponse } from '../publicFetch.ts';
import { serviceUrl } from './paging.ts';
import type { CallService } from './service.ts';

/** A score on its way to one line item. */
export interface Sending {
  platform: Platform;
  report: ScoreReport;
  lineItem: string;
  /** See `ServiceRequest`. */
  deadline: number;
}

/** The score in the form that the contract sets (AGS 2.0, 3.4.4). */
function scoreOf({ subject, scoreGiven, activityProgress, timestamp }: ScoreReport): object {
  return {
    userId: subject,
    scoreGiven,
    scoreMaximum: 100,
    activityProgress,
    gradingProgress: 'FullyGraded',
    timestamp,
  };
}

/** Posts the score (AGS 2.0, 3.4). Rejects as the call does. */
export function sendScore(
  call: CallService,
  { platform, report, lineItem, deadline }: Sending,
): Promise<FetchResponse> {
  return call(platform, serviceUrl(lineItem, { path: '/scores' }), {
    method: 'POST',
    headers: { 'content-type': 'application/vnd.ims.lis.v1.score+json', accept: 'application/json, */*' },
    body: JSON.stringify(scoreOf(report)),
    deadline,
  });
}
