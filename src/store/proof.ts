import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { readKeys } from './dataKeys.ts';
import { AlteredDocument } from './errors.ts';
import type { RawDoc } from './engine.ts';

/** The field with the proof that this program wrote the document. */
export const PROOF = '$proof';

interface Place {
  collection: string;
  key: string;
}

/**
 * Keyed hashes (HMAC-SHA-256) over whole documents as stored. Someone who can write to the database but lacks DATA_KEY
 * cannot make or change a document, move it to another key, or combine one from others.
 */
export interface Prover {
  /** @param free field that the engine itself changes, and that the proof leaves out; empty if there is none */
  prove(doc: RawDoc, place: Place, free: string): RawDoc;
  /**
   * Returns the document without its proof; undefined if it has no proof.
   * @throws {AlteredDocument} if the proof is wrong
   */
  checked(doc: RawDoc, place: Place): RawDoc | undefined;
}

/** @param dataKeys the first proves, all check @throws {WrongDataKey} */
export function createProver(dataKeys: readonly string[]): Prover {
  const keys = new Map([...readKeys(dataKeys)].map(([id, key]) => [id, proofKey(key)]));
  const [first] = keys;
  if (!first) throw new Error('There is no key.');
  const [ownId, ownKey] = first;
  return {
    prove: (doc, place, free) => {
      const proven = without(doc, PROOF);
      return { ...proven, [PROOF]: `${ownId}.${free}.${macOf(ownKey, { ...place, free, doc: proven })}` };
    },
    checked: (doc, place) => {
      if (!Object.hasOwn(doc, PROOF)) return undefined;
      const { id = '', free = '', mac = '' } = partsOf(doc[PROOF]) ?? {};
      const key = keys.get(id);
      const proven = without(doc, PROOF);
      if (!key || !isSame(mac, macOf(key, { ...place, free, doc: proven })))
        throw new AlteredDocument(place.collection);
      return proven;
    },
  };
}

/** Id of the key that proved the document; undefined if it has no proof. */
export function proofKeyIdOf(doc: RawDoc): string | undefined {
  return partsOf(doc[PROOF])?.['id'];
}

/** The field that a document's proof leaves out. */
export function freeFieldOf(doc: RawDoc): string {
  return partsOf(doc[PROOF])?.['free'] ?? '';
}

function partsOf(proof: unknown): Record<string, string> | undefined {
  if (typeof proof !== 'string') return undefined;
  return /^(?<id>[0-9a-f]{8})\.(?<free>\w*)\.(?<mac>[\w-]{43})$/.exec(proof)?.groups;
}

// Each use of a data key has its own derived key.
function proofKey(key: KeyObject): KeyObject {
  return createSecretKey(createHmac('sha256', key).update('document proof').digest());
}

function macOf(key: KeyObject, { collection, key: at, free, doc }: Place & { free: string; doc: RawDoc }): string {
  // Engines return the fields in another order.
  const fields = Object.keys(doc)
    .filter((name) => name !== free)
    .sort()
    .map((name) => [name, doc[name]]);
  return createHmac('sha256', key)
    .update(JSON.stringify([collection, at, free, fields]))
    .digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

function without(doc: RawDoc, field: string): RawDoc {
  const { [field]: _left, ...rest } = doc;
  return rest;
}
