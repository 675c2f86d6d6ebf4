import type { Browser } from 'playwright-core';
import { sharedBrowser } from '../../support/browser.ts';
import { startProduct, type Product, type ProductOptions } from '../../support/product.ts';

/** The product as a newcomer starts it, and a real browser; to be called within a suite, with which both end. */
export function productAndBrowser(options: ProductOptions = {}): {
  readonly product: Product;
  readonly browser: Browser;
} {
  let both: { product: Product; browser: Browser } | undefined;
  before(async () => {
    both = { product: await startProduct({}, options), browser: await sharedBrowser() };
  });
  after(async () => {
    await both?.product.remove();
  });
  const begun = () => {
    if (!both) throw new Error('The product has not been started.');
    return both;
  };
  return {
    get product() {
      return begun().product;
    },
    get browser() {
      return begun().browser;
    },
  };
}
