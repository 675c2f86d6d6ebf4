import type { Config } from '../config.ts';
import { openSignIns, type SignIns } from '../features/signIn/index.ts';
import { createLog } from '../http/log.ts';
import { createAdministration, type Administration } from '../lti/platforms/administration.ts';
import { openPlatformParts } from '../lti/platforms/openPlatformParts.ts';
import { reachOf } from '../lti/reach.ts';
import { createSecretBox } from '../lti/secretBox.ts';
import { openStore } from '../store/openStore.ts';
import type { Store } from '../store/port.ts';
import { loadSecrets } from '../store/secrets.ts';

/** What the operator's commands use, apart from rooms. */
export interface OpenedPlatforms extends Administration, SignIns {
  store: Store;
}

/**
 * Opens the platforms and the sign-in links, does one thing, and closes. It loads neither the course nor ltijs, which
 * saves two of the three seconds that the whole product takes (`openProduct.ts`). A running server notices the changes
 * by itself.
 */
export async function withPlatforms<Result>(
  config: Config,
  work: (opened: OpenedPlatforms) => Promise<Result>,
): Promise<Result> {
  const { toolSecret, dataKeys } = loadSecrets(config);
  const clock = Date.now;
  const store = await openStore({ databaseUrl: config.databaseUrl, dataKeys });
  try {
    const parts = await openPlatformParts({ store, clock, box: createSecretBox(toolSecret) });
    const { toolUrl } = config;
    const given = { toolUrl, clock, log: createLog('silent'), reach: reachOf(config), changed: () => undefined };
    return await work({
      ...createAdministration({ ...parts, ...given }),
      ...(await openSignIns({ store, clock, toolUrl })),
      store,
    });
  } finally {
    await store.close();
  }
}
