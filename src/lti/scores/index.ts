import type { LtiProvider } from 'ltijs';
import type { Measures } from '../../domain/measures.ts';
import type { LtiOptions } from '../options.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { PublicFetch } from '../publicFetch.ts';
import type { Reach } from '../reach.ts';
import { createAccessTokens, type AccessTokens } from './accessTokens.ts';
import { openColumns } from './columns.ts';
import { createDeliver } from './deliver.ts';
import { createLineItems } from './lineItems.ts';
import { createLineItemService, type LineItemService } from './lineItemService.ts';
import { createLookAtContainer } from './looks.ts';
import { createReporter } from './reporter.ts';
import type { Worker } from '../../store/worker.ts';
import { createResting } from './resting.ts';
import { type CallService, createCallService } from './service.ts';

interface Deps extends Pick<LtiOptions, 'store' | 'clock' | 'random' | 'log' | 'reports' | 'looks' | 'columnTitle'> {
  provider: () => Promise<LtiProvider>;
  platforms: Platforms;
  fetch: PublicFetch;
  reach: Reach;
  measures: Measures;
}

interface Services {
  call: CallService;
  tokens: AccessTokens;
  service: LineItemService;
  reporter: Worker;
}

/** The platform's services that we use: calls with an access token, and the worker that sends scores. */
export async function createServices(deps: Deps): Promise<Services> {
  const tokens = createAccessTokens(deps);
  const call = createCallService({ ...deps, tokens });
  const service = createLineItemService({ ...deps, call });
  const lineItems = createLineItems({ ...deps, ...tokens, service, columns: await openColumns(deps) });
  const deliver = createDeliver({ ...deps, call, lineItems });
  const look = createLookAtContainer({ ...deps, service });
  const resting = createResting(deps);
  return { call, tokens, service, reporter: createReporter({ ...deps, queue: deps.reports, deliver, look, resting }) };
}
