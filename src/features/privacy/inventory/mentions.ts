import { update } from '../../../store/update.ts';
import type { Known } from './belonging.ts';

type Raw = Record<string, unknown>;
type Forget = (doc: Raw, isGone: (person: unknown) => boolean) => Raw;

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Documents that name people other than their owners: an instructor's stars, whose words were read, whose answers are
 * in the figures, who changed the dates.
 */
const mentions: Partial<Record<string, Forget>> = {
  instructor_desks: (doc, isGone) => {
    const stars = listOf(doc['stars']);
    const left = stars.filter((star) => !isGone((star as { person?: unknown }).person));
    return left.length === stars.length ? doc : { ...doc, stars: left };
  },
  readings: (doc, isGone) => {
    const people = listOf(doc['whose']);
    return people.some(isGone) ? { ...doc, whose: people.filter((one) => !isGone(one)) } : doc;
  },
  evaluation_steps: (doc, isGone) => {
    const members = listOf(doc['members']);
    const left = members.filter((member) => !isGone((member as { person?: unknown }).person));
    return left.length === members.length ? doc : { ...doc, members: left };
  },
  room_settings: (doc, isGone) => (isGone(doc['changedBy']) ? { ...doc, changedBy: '' } : doc),
};

export function isMentioning({ entry }: Known): boolean {
  return Object.hasOwn(mentions, entry.name);
}

/** Removes erased people from a document. */
export async function forgetIn(known: Known, key: string, isGone: (person: unknown) => boolean): Promise<void> {
  const forget = mentions[known.entry.name];
  if (forget) await update(known.collection.documents, key, (doc) => forget(doc, isGone));
}
