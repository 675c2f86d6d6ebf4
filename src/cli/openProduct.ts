import type { Config } from '../config.ts';
import { buildDeps, type Deps } from '../deps.ts';
import { ErasureUnderWay } from '../features/privacy/index.ts';

/** All that the server is built of, which may run meanwhile: nothing is listened to, sent or delivered here. */
export function openProduct(config: Config): Promise<Deps> {
  return buildDeps({ ...config, sandbox: false, coursePreview: false, logLevel: 'silent' });
}

/** Opens, does one thing, and closes whatever comes of it. */
export async function withProduct<Result>(config: Config, work: (product: Deps) => Promise<Result>): Promise<Result> {
  const product = await openProduct(config);
  try {
    return await work(product);
  } finally {
    await product.close();
  }
}

/** The same, once erasures that were interrupted have been finished. */
export function withPeople<Result>(config: Config, work: (product: Deps) => Promise<Result>): Promise<Result> {
  return withProduct(config, async (product) => {
    await product.privacy.finishErasures().catch(leaveToServer);
    return work(product);
  });
}

/** An erasure that cannot be carried out now must not keep anyone from what a command is for. */
function leaveToServer(error: unknown): void {
  if (!(error instanceof ErasureUnderWay)) throw error;
}
