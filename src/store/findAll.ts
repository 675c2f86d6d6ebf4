import type { Collection, Stored } from './port.ts';

const PAGE = 1000;

/** All matching documents, read page by page, with their keys and versions. */
export async function findAllStored<Doc extends object, Index extends keyof Doc & string>(
  collection: Collection<Doc, Index>,
  where: Partial<Pick<Doc, Index>>,
  without: readonly (keyof Doc & string)[] = [],
): Promise<Stored<Doc>[]> {
  const found: Stored<Doc>[] = [];
  let after: string | undefined;
  do {
    const page = await collection.find({ where, without, limit: PAGE, ...(after === undefined ? {} : { after }) });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}

/** All matching documents, for sets that one page of the product shows completely, such as those of one room. */
export async function findAll<Doc extends object, Index extends keyof Doc & string>(
  collection: Collection<Doc, Index>,
  where: Partial<Pick<Doc, Index>>,
): Promise<Doc[]> {
  return (await findAllStored(collection, where)).map(({ doc }) => doc);
}

/** The same without some encrypted fields, which stay sealed: to open those of a whole class is most of the work. */
export async function findAllWithout<
  Doc extends object,
  Index extends keyof Doc & string,
  Without extends keyof Doc & string,
>(
  collection: Collection<Doc, Index>,
  where: Partial<Pick<Doc, Index>>,
  without: readonly Without[],
): Promise<Omit<Doc, Without>[]> {
  return (await findAllStored(collection, where, without)).map(({ doc }) => doc);
}
