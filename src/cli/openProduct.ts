import type { Config } from '../config.ts';
import { buildDeps, type Deps } from '../deps.ts';
import { ErasureUnderWay } from '../features/privacy/index.ts';

/**
 * Everything the server is built from. The server may be running meanwhile: nothing is listened to, sent or delivered
 * here.
 */
export function openProduct(config: Config): Promise<Deps> {
  return buildDeps({ ...config, sandbox: false, coursePreview: false, logLevel: 'silent' });
}

/** Opens the product, does one thing, and closes it, whether that succeeds or fails. */
export async function withProduct<Result>(config: Config, work: (product: Deps) => Promise<Result>): Promise<Result> {
  const product = await openProduct(config);
  try {
    return await work(product);
  } finally {
    await product.close();
  }
}

/** The same, after finishing interrupted erasures. */
export function withPeople<Result>(config: Config, work: (product: Deps) => Promise<Result>): Promise<Result> {
  return withProduct(config, async (product) => {
    await product.privacy.finishErasures().catch(leaveToServer);
    return work(product);
  });
}

/** An erasure that cannot be finished now must not prevent the command from running. */
function leaveToServer(error: unknown): void {
  if (!(error instanceof ErasureUnderWay)) throw error;
}
