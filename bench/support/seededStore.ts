import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { buildDeps, type Deps } from '../../src/deps.ts';
import type { Launch } from '../../src/domain/launch.ts';
import { maskToken } from '../../src/http/formToken.ts';
import { freePort } from '../../test/support/ports.ts';
import { startProduct, type Product } from '../../test/support/product.ts';
import { factsOf } from '../../test/support/testApp.ts';
import { aLaunch } from '../../test/support/launches.ts';

/** A browser's cookie for a room, as a launch sets it. */
export interface Session {
  cookie: string;
  room: string;
  person: string;
  /** The secret that its forms are sent with. */
  csrf: string;
}

export interface SeededStore {
  /** The parts of the product, on the store that is being filled. */
  deps: Deps;
  /** What the product needs to know to be started on it. */
  settings: Record<string, string>;
  /** Someone who has launched: the session is good in every process on this store. */
  arrive(change?: Partial<Launch>): Promise<Session>;
  /** Closes the store and starts the product on it, in a process of its own. */
  start(settings?: Record<string, string>): Promise<Product>;
  remove(): Promise<void>;
}

/** An embedded store on disk, to be filled by the parts themselves and then served by the product. */
export async function seededStore(databaseUrl?: string): Promise<SeededStore> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const settings = {
    DATABASE_URL: databaseUrl ?? `sqlite:${folder}/store.sqlite`,
    TOOL_SECRET: randomBytes(32).toString('hex'),
    DATA_KEY: randomBytes(32).toString('base64'),
    SANDBOX: 'off',
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
  };
  const port = String(await freePort());
  const deps = await buildDeps(readConfig({ ...settings, PORT: port, DATA_DIR: folder }));
  const platform = await deps.lti.platforms.add(factsOf('http://127.0.0.1:9'));
  let product: Product | undefined;
  return {
    deps,
    settings,
    arrive: async (change = {}) => {
      const { role, language, returnUrl, ...launch } = aLaunch({ platform: platform.id, ...change });
      const { room, person } = await deps.rooms.enrol({ role, language, returnUrl, ...launch });
      const res = new ServerResponse(new IncomingMessage(new Socket()));
      const { csrf } = deps.sessions.open(res, { room: room.id, person: person.id, role, language, returnUrl });
      return {
        cookie: String(res.getHeader('set-cookie')).split(';')[0] ?? '',
        room: room.id,
        person: person.id,
        csrf: maskToken(csrf),
      };
    },
    start: async (more = {}) => {
      await deps.close();
      product = await startProduct({ ...settings, ...more });
      return product;
    },
    remove: async () => {
      await (product ? product.remove() : deps.close());
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
