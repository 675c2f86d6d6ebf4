import type { Page } from 'playwright-core';
import { until } from '../support/waiting.ts';

export interface Scales {
  empty: () => void;
  /** When all that was asked for is here. */
  weight: () => Promise<number>;
}

/**
 * Weighs what a page takes over the wire, in bytes, as if it were the first of all: what comes out of the browser's store
 * weighs what it did when it was fetched.
 */
export async function startScales(page: Page): Promise<Scales> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  const addresses = new Map<string, string>();
  const sizes = new Map<string, number>();
  let asked = new Set<string>();
  const ended = (requestId: string, bytes: number) => {
    const address = addresses.get(requestId) ?? '';
    sizes.set(address, Math.max(bytes, sizes.get(address) ?? 0));
  };
  wire.on('Network.requestWillBeSent', ({ requestId, request: { url }, redirectResponse }) => {
    if (redirectResponse) ended(requestId, redirectResponse.encodedDataLength);
    addresses.set(requestId, url);
    asked.add(url);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => ended(requestId, encodedDataLength));
  wire.on('Network.loadingFailed', ({ requestId }) => ended(requestId, 0));
  return {
    empty: () => void (asked = new Set()),
    weight: async () => {
      await until('everything is here', () => [...asked].every((address) => sizes.has(address)));
      return [...asked].reduce((sum, address) => sum + (sizes.get(address) ?? 0), 0);
    },
  };
}
