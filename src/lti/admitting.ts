import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { EntryStep } from '../domain/measures.ts';
import { once } from '../util/once.ts';
import { hasCome } from './cameAt.ts';
import { createCrowded } from './crowded.ts';
import { createEntrance, type Lane } from './entrance.ts';
import type { LtiOptions } from './options.ts';
import { paths } from './provider.ts';

type Deps = Pick<LtiOptions, 'clock' | 'log' | 'render' | 'production'> & {
  measures: { step(step: EntryStep, outcome: string, seconds: number): void };
};

const laneOf = new Map<string, Lane>([
  [paths.launch, 'launch'],
  [paths.login, 'login'],
]);
/** In milliseconds: the pause between two log lines that say the same. */
const SAY_AGAIN = 30_000;

/** Makes logins and launches wait for their turn, or come again later, before any of their content is read. */
export function admitting(listener: RequestListener, deps: Deps): RequestListener {
  const { clock } = deps;
  const entrance = createEntrance(clock);
  const turnAway = createTurnAway(deps);
  return (request, response) => {
    const lane = laneOf.get(request.url?.split('?', 1)[0] ?? '');
    if (lane === undefined) {
      listener(request, response);
      return;
    }
    hasCome(request);
    entrance.arrive({
      response,
      lane,
      enter: () => {
        listener(request, response);
      },
      turnAway: (waited) => turnAway(request, response, { lane, waited }),
    });
  };
}

function createTurnAway(deps: Deps) {
  const { clock, log, measures } = deps;
  const crowded = once(() => createCrowded(deps));
  let saidAt = -Infinity;
  return (
    request: IncomingMessage,
    response: ServerResponse,
    { lane, waited }: { lane: Lane; waited: number },
  ): void => {
    measures.step(lane, 'crowded', waited / 1000);
    if (clock() - saidAt >= SAY_AGAIN) {
      saidAt = clock();
      log.warn({ code: 'crowded' }, 'there is more to do than can be done: logins and launches are turned away');
    }
    crowded().then(
      (answer) => answer(request, response),
      () => response.writeHead(503).end(),
    );
  };
}
