import type { Language, Viewer } from '../../domain/viewer.ts';
import type { Person } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import { shortDateAndTime } from '../../text/times.ts';
import { roomPath } from '../../http/roomPath.ts';

interface PeoplePageInput {
  people: Person[];
  viewer: Viewer;
  /** What has just been done. */
  said: 'erased' | 'erasing' | undefined;
  /** A part of a name, or a whole number; empty for everyone. */
  sought: string;
}

/** A class that fills more than two screens of a phone can be searched. */
const SEARCHED_FROM = 10;

function nameOf({ name, number }: Person, language: Language): string {
  return name || texts[language].people.number(number);
}

/** Everyone else in the room, by name: `views/privacy/people.hbs`. */
export function peoplePage({ people, viewer, said, sought }: PeoplePageInput) {
  const { language, room } = viewer;
  const text = texts[language].people;
  const others = people.filter(({ id }) => id !== viewer.person);
  const words = sought.trim().toLocaleLowerCase('da');
  const isSought = (person: Person) =>
    String(person.number) === words || nameOf(person, language).toLocaleLowerCase('da').includes(words);
  const found = others.filter(isSought);
  return {
    title: text.title,
    said: said ? text[said] : '',
    search: others.length >= SEARCHED_FROM && { action: roomPath(room, '/personer'), sought: sought.trim() },
    found: words && text.found(found.length, sought.trim()),
    people: found
      .map((person) => ({
        name: nameOf(person, language),
        number: person.number,
        role: text.roles[person.role],
        lastSeen: shortDateAndTime(person.lastSeen, language),
        href: roomPath(room, `/personer/${person.id}`),
      }))
      .sort((one, other) => one.name.localeCompare(other.name, language, { numeric: true })),
  };
}

/** Enough about a person to be sure of helping the right one: `views/privacy/person.hbs`. */
export function personFacts(person: Person, language: Language) {
  const text = texts[language].people;
  return {
    title: nameOf(person, language),
    facts: [
      { term: text.role, value: text.roles[person.role] },
      { term: text.numberTerm, value: String(person.number) },
      { term: text.firstSeen, value: shortDateAndTime(person.firstSeen, language) },
      { term: text.lastSeen, value: shortDateAndTime(person.lastSeen, language) },
    ],
  };
}
