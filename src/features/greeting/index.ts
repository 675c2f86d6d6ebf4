import type { Clock } from '../../domain/clock.ts';
import type { Store } from '../../store/port.ts';
import { createGreetingPictures } from './pictureStore.ts';
import { createGreetings } from './store.ts';

export { greetingRoutes } from './routes.ts';
export { greetingTo, type GreetingDeps } from './shown.ts';

export async function openGreetings(store: Store, clock: Clock) {
  return {
    greetings: await createGreetings(store, clock),
    greetingPictures: await createGreetingPictures(store, clock),
  };
}
