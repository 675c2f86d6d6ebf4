import { BadQuery, InvalidDocument } from './errors.ts';
import { PROOF } from './proof.ts';
import type { RawDoc, Scalar, Where } from './engine.ts';
import type { CollectionSchema } from './port.ts';

/** Bytes of JSON. MongoDB accepts 16 MiB; encryption adds a third. */
const LARGEST_DOCUMENT = 8 * 1024 * 1024;
const LONGEST_KEY = 1024;

/** The field with the form in which a document is stored; absent in a document that was never migrated. */
export const FORM = '$form';

export interface Fields {
  collection: string;
  /** Every indexed field, including the queue and the expiry. */
  indexed: ReadonlySet<string>;
  queue: string | undefined;
  expiry: string | undefined;
  keyBegins: string | undefined;
}

/** @throws {InvalidDocument} if an engine could not use the schema's names as they are */
export function fieldsOf<Doc extends object, Index extends keyof Doc & string>(
  schema: CollectionSchema<Doc, Index>,
): Fields {
  const { name: collection, queue, expiry, keyBegins } = schema;
  if (!/^[a-z][a-z_]*$/.test(collection) || collection.startsWith('sqlite_'))
    throw new InvalidDocument(collection, 'a collection is named with lower-case letters and underscores');
  const indexed = new Set<string>(schema.indexes.flat());
  for (const field of [queue, expiry]) if (field !== undefined) indexed.add(field);
  for (const field of [...indexed, ...schema.encrypted])
    if (!/^[A-Za-z]\w*$/.test(field)) throw new InvalidDocument(collection, `${field} is not a plain field name`);
  return { collection, indexed, queue, expiry, keyBegins };
}

// Engines disagree about NUL and unpaired surrogates; no id that we make contains either.
function isPlainText(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}

/**
 * Numbers must be whole: SQLite rounds decimals in JSON in its own way, so a fraction might come back slightly changed,
 * and be skipped or repeated at a page's end.
 */
export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' ? isPlainText(value) : Number.isSafeInteger(value);
}

/** Whether a document can have this key. A key may come from a web address; no document has an invalid one. */
export function isKey(key: unknown): boolean {
  return typeof key === 'string' && key !== '' && key.length <= LONGEST_KEY && isPlainText(key);
}

/** @throws {InvalidDocument} */
export function checkKey({ collection }: Fields, key: unknown): void {
  if (!isKey(key)) throw new InvalidDocument(collection, `a key is a text of 1 to ${LONGEST_KEY} characters`);
}

/** @throws {InvalidDocument} if a list by the field that keys begin with would not find the document */
export function checkKeyBegins({ collection, keyBegins }: Fields, key: string, doc: RawDoc): void {
  if (keyBegins !== undefined && !key.startsWith(`${String(doc[keyBegins])}/`))
    throw new InvalidDocument(collection, `every key begins with ${keyBegins} and a slash`);
}

export function isObject(value: unknown): value is RawDoc {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The document as its JSON says, the same for every engine: a copy, without undefined fields, dates as texts.
 * @throws {InvalidDocument} if it is too large, or an index field holds a value that an index cannot hold
 */
export function toRawDoc(fields: Fields, doc: object): RawDoc {
  const json = JSON.stringify(doc);
  if (Buffer.byteLength(json) > LARGEST_DOCUMENT)
    throw new InvalidDocument(fields.collection, `a document is at most ${LARGEST_DOCUMENT} bytes of JSON`);
  const raw: unknown = JSON.parse(json);
  if (!isObject(raw)) throw new InvalidDocument(fields.collection, 'a document is an object');
  for (const own of [FORM, PROOF])
    if (Object.hasOwn(raw, own)) throw new InvalidDocument(fields.collection, `${own} is the store's own field`);
  for (const field of fields.indexed) {
    if (!isScalar(raw[field]))
      throw new InvalidDocument(fields.collection, `${field} is indexed: it must be a text or a whole number`);
  }
  for (const field of [fields.queue, fields.expiry]) {
    if (field !== undefined && typeof raw[field] !== 'number')
      throw new InvalidDocument(fields.collection, `${field} must be a time in whole milliseconds`);
  }
  return raw;
}

/**
 * @throws {BadQuery} for a field without an index, or a value that no index field can hold (including objects and
 * undefined)
 */
export function toWhere(fields: Fields, where: object): Where {
  return Object.fromEntries(
    Object.entries(where).map(([field, value]: [string, unknown]) => {
      checkIndexed(fields, field);
      if (!isScalar(value)) throw new BadQuery(fields.collection, `${field} must be a text or a whole number`);
      return [field, value];
    }),
  );
}

/** @throws {BadQuery} */
export function checkIndexed(fields: Fields, field: string): void {
  if (!fields.indexed.has(field)) throw new BadQuery(fields.collection, `${field} has no index`);
}

/** @throws {BadQuery} */
export function checkTime(fields: Fields, time: number): void {
  if (!Number.isSafeInteger(time)) throw new BadQuery(fields.collection, 'a time is whole milliseconds since 1970');
}
