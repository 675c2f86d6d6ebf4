import { randomBytes } from 'node:crypto';
import type { Clock } from '../../src/domain/clock.ts';
import { startMongo, type Mongo } from './mongo.ts';
import { startPlatform, type Platform } from './platform/startPlatform.ts';
import { startProduct, type Product } from './product.ts';
import { startRoundRobin, type RoundRobin } from './roundRobin.ts';

/** Three processes of the product, as compose.yaml runs them, on one database, behind a proxy that sends each request to the next process. */
export interface Processes {
  each: Product[];
  proxy: RoundRobin;
  platform: Platform;
  mongo: Mongo;
  /** Settings that all of them share; sufficient for a command on the same database. */
  shared: Record<string, string>;
  /** Kills all of them, and starts all again at once. */
  restartAll(aheadMs: number): Promise<void>;
  close(): Promise<void>;
}

const COUNT = 3;

export async function startProcesses(
  settings: Record<string, string> = {},
  clock: Clock = Date.now,
): Promise<Processes> {
  const mongo = await startMongo();
  const shared: Record<string, string> = {
    DATABASE_URL: mongo.database(),
    TOOL_SECRET: randomBytes(32).toString('hex'),
    DATA_KEY: randomBytes(32).toString('base64'),
    NODE_ENV: 'test',
    SANDBOX: 'off',
    ...settings,
  };
  const each: Product[] = [];
  const proxy = await startRoundRobin(async (url) => {
    shared['TOOL_URL'] = url;
    each.push(...(await Promise.all(Array.from({ length: COUNT }, () => startProduct(shared)))));
    return each.map((product) => product.url);
  });
  const platform = await startPlatform({ toolUrl: proxy.url, clock });
  await platform.registerWithTool();
  return {
    each,
    proxy,
    platform,
    mongo,
    shared,
    restartAll: async (aheadMs) => {
      await Promise.all(each.map((product) => product.kill()));
      await Promise.all(each.map((product) => product.restart(aheadMs)));
    },
    close: async () => {
      await Promise.all(each.map((product) => product.remove()));
      await proxy.close();
      await platform.close();
      await mongo.stop();
    },
  };
}
