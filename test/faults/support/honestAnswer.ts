import { expect } from 'chai';
import { load } from 'cheerio';
import type { Product } from '../../support/product.ts';
import { formOf, type Visit } from '../../support/platform/webClient.ts';

/** The page says that it is not saved, shows what was written, and would send all of it again with one press. */
export function expectWordsBack(answer: Visit, sent: Record<string, string>): void {
  const $ = load(answer.html);
  expect(answer.status, `${answer.url} ${$('h1').text()}`).to.equal(503);
  expect($('h1').text()).to.match(/ikke gemt endnu|om det blev gemt/);
  const { action, method, fields } = formOf(answer);
  expect({ action, method }).to.deep.equal({ action: answer.url, method: 'post' });
  expect(fields).to.include(sent);
}

export async function statusOf({ url }: Pick<Product, 'url'>, probe: 'live' | 'ready'): Promise<number> {
  return (await fetch(`${url}/health/${probe}`)).status;
}
