import type { LtiProvider } from 'ltijs';
import type { LtiOptions } from '../options.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { PublicFetch } from '../publicFetch.ts';
import type { Reach } from '../reach.ts';
import { createAccessTokens } from './accessTokens.ts';
import { openColumns } from './columns.ts';
import { createDeliver } from './deliver.ts';
import { createLineItems } from './lineItems.ts';
import { createLineItemService } from './lineItemService.ts';
import { createLookAtContainer } from './looks.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { createResting } from './resting.ts';
import { type CallService, createCallService } from './service.ts';

interface Needs extends Pick<LtiOptions, 'store' | 'clock' | 'random' | 'log' | 'reports' | 'looks' | 'columnTitle'> {
  provider: LtiProvider;
  platforms: Platforms;
  fetch: PublicFetch;
  reach: Reach;
}

/** The platform's services as we use them: calls with an access token, and the worker for scores. */
export async function createServices(needs: Needs): Promise<{ call: CallService; reporter: Reporter }> {
  const tokens = createAccessTokens(needs);
  const call = createCallService({ ...needs, tokens });
  const service = createLineItemService({ ...needs, call });
  const lineItems = createLineItems({ ...needs, service, columns: await openColumns(needs) });
  const deliver = createDeliver({ ...needs, call, lineItems });
  const look = createLookAtContainer({ ...needs, service });
  const resting = createResting(needs);
  return { call, reporter: createReporter({ ...needs, queue: needs.reports, deliver, look, resting }) };
}
