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
