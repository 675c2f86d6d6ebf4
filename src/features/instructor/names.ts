import type { Language } from '../../domain/viewer.ts';
import { createNamer } from '../../text/names.ts';
import { texts } from '../../text/texts.ts';
import type { Participant } from './participation.ts';

/** All names. People who have never been here have neither name nor label; they are one entry with their number. */
export function listNames(participants: Participant[], language: Language): string[] {
  const isNameless = ({ name, number }: Participant) => name === '' && number === undefined;
  const named = participants.filter((one) => !isNameless(one)).map(createNamer(language));
  const nameless = participants.length - named.length;
  return nameless > 0 ? [...named, texts[language].instructor.participantsWithoutName(nameless)] : named;
}

/** What the instructor calls each person, by id. */
export function namesById(participants: Pick<Participant, 'person' | 'name' | 'number'>[], language: Language) {
  const named = createNamer(language);
  const known = new Map(participants.map((one) => [one.person, named(one)]));
  return (person: string): string => known.get(person) ?? named(undefined);
}
