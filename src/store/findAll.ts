import type { Collection } from './port.ts';

/** All that match, read page by page; for matches that a page of the product shows whole, such as those of one room. */
export const findAll = async <Doc extends object, Index extends keyof Doc & string>(
  collection: Collection<Doc, Index>,
  where: Partial<Pick<Doc, Index>>,
): Promise<Doc[]> => {
  const docs: Doc[] = [];
  let after: string | undefined;
  do {
    const page = await collection.find({ where, limit: 1000, ...(after === undefined ? {} : { after }) });
    docs.push(...page.items.map((item) => item.doc));
    after = page.next;
  } while (after !== undefined);
  return docs;
};
