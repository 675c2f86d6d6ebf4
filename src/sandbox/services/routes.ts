import express, { Router, type ErrorRequestHandler, type RequestHandler } from 'express';
import { deployment } from '../addresses.ts';
import type { Core } from '../core.ts';
import { faulty, type Endpoint } from '../misbehaviour.ts';
import { openIdConfiguration } from '../registration/configuration.ts';
import { registrationEndpoint } from '../registration/endpoint.ts';
import { media, scope } from '../vocabulary.ts';
import { needsScope } from './bearer.ts';
import { addLineItem, changeLineItem, getLineItem, listLineItems, removeLineItem } from './lineItems.ts';
import { listMembers } from './members.ts';
import { accepts, refuse, takes } from './refuse.ts';
import { listResults, takeScore } from './scores.ts';
import { tokenEndpoint } from './token.ts';

function serveKeys(core: Core): RequestHandler {
  return async (_req, res) => {
    res.json(await core.keys.keySet());
  };
}

/** Answers a body that is not JSON, and faults of our own, without a stack trace. */
function brokenRequest(core: Core): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters.
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    if (error instanceof SyntaxError) {
      refuse(req, res, 400);
      return;
    }
    core.log('sandbox service failed', { cause: error instanceof Error ? error.message : 'unknown' });
    refuse(req, res, 500);
  };
}

const readJson = express.json({ type: () => true, limit: '1mb' });
const items = '/services/:course/lineitems';
const item = `${items}/:item/lineitem`;

function lineItemRoutes(core: Core, router: Router): void {
  const write = needsScope(core, scope.lineItem);
  const read = needsScope(core, scope.lineItem, scope.lineItemRead);
  router.get(items, read, accepts(media.lineItems), listLineItems(core));
  router.post(items, write, takes(media.lineItem), addLineItem(core));
  router.get(item, read, accepts(media.lineItem), getLineItem(core));
  router.put(item, write, takes(media.lineItem), changeLineItem(core));
  router.delete(item, write, removeLineItem(core));
  router.post(`${item}/scores`, needsScope(core, scope.score), takes(media.score), takeScore(core));
  router.get(`${item}/results`, needsScope(core, scope.result), accepts(media.results), listResults(core));
}

/** What the tool's server calls: each endpoint is recorded, and can be made to fail. */
export function serviceRoutes(core: Core): Router {
  const router = Router();
  const members = `/services/CourseSection/:course/bindings/${deployment}/memberships`;
  const tried = (endpoint: Endpoint, path: string, reader: RequestHandler = readJson) =>
    router.all(path, core.requests.watch(endpoint), reader, faulty(core.misbehave, endpoint));
  tried('configuration', '/.well-known/openid-configuration');
  tried('keys', '/keys');
  tried('registration', '/register');
  tried('token', '/token', express.urlencoded({ extended: false }));
  tried('lineitems', items);
  tried('lineitems', item);
  tried('scores', `${item}/scores`);
  tried('results', `${item}/results`);
  tried('members', members);
  router.get('/.well-known/openid-configuration', (_req, res) => void res.json(openIdConfiguration(core.addresses)));
  router.get('/keys', serveKeys(core));
  router.post('/register', registrationEndpoint(core));
  router.post('/token', tokenEndpoint(core));
  lineItemRoutes(core, router);
  router.get(members, needsScope(core, scope.members), accepts(media.members), listMembers(core));
  router.use('/services', (req, res) => refuse(req, res, 400));
  router.use(brokenRequest(core));
  return router;
}
