import { createHash } from 'node:crypto';
import { DuplicateKey, type CollectionSchema, type Store } from '../../../store/port.ts';

interface Content {
  /** Base64, as a document is JSON. */
  bytes: string;
}

const schema: CollectionSchema<Content, never> = { name: 'course_contents', indexes: [], encrypted: [] };

/** In bytes, of content cached in memory: several times all texts of a course. */
const IN_MEMORY = 16 * 1024 * 1024;
/** Films are not kept in memory. */
const LARGEST_IN_MEMORY = 256 * 1024;

/** The contents of the course's files, each stored once, under its hash. Nothing here is ever changed or removed. */
export interface Contents {
  /** Returns the hash. */
  keep: (bytes: Uint8Array) => Promise<string>;
  /** Whether this process knows that the content is stored; false means that it does not know. */
  isKept: (hash: string) => boolean;
  /** Undefined if there is none with this hash. */
  get: (hash: string) => Promise<Buffer | undefined>;
}

export function hashOfContent(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function createContents(store: Store): Promise<Contents> {
  const rows = await store.collection(schema);
  const memory = new Map<string, Buffer>();
  const kept = new Set<string>();
  let inMemory = 0;
  const remember = (hash: string, bytes: Buffer): Buffer => {
    kept.add(hash);
    if (bytes.length > LARGEST_IN_MEMORY) return bytes;
    memory.set(hash, bytes);
    inMemory += bytes.length;
    for (const [oldest, { length }] of memory) {
      if (inMemory <= IN_MEMORY) break;
      memory.delete(oldest);
      inMemory -= length;
    }
    return bytes;
  };
  return {
    keep: async (bytes) => {
      const hash = hashOfContent(bytes);
      if (kept.has(hash)) return hash;
      await rows.insert(hash, { bytes: Buffer.from(bytes).toString('base64') }).catch((error: unknown) => {
        if (!(error instanceof DuplicateKey)) throw error;
      });
      kept.add(hash);
      return hash;
    },
    isKept: (hash) => kept.has(hash),
    get: async (hash) => {
      const known = memory.get(hash);
      if (known) return known;
      const found = await rows.get(hash);
      return found && remember(hash, Buffer.from(found.doc.bytes, 'base64'));
    },
  };
}
