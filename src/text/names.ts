import type { Language } from '../domain/viewer.ts';
import { texts } from './texts.ts';

interface Named {
  name: string;
  /** Undefined for someone who is enrolled and has never been here. */
  number: number | undefined;
}

/** What the instructor calls someone: their name, or a permanent label ("Deltager 7"). */
type Namer = (participant: Named | undefined) => string;

export function createNamer(language: Language): Namer {
  const text = texts[language].instructor;
  return ({ name, number } = { name: '', number: undefined }) =>
    name || (number === undefined ? text.participantsWithoutName(1) : text.participant(number));
}

/** The first of someone's names, as one calls them. */
export function firstNameIn(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}

/** The first letters of the first and the last name; empty if there is no name. */
export function initialsIn(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return ends
    .map((part = '') => /^./u.exec(part)?.[0] ?? '')
    .join('')
    .toUpperCase();
}
