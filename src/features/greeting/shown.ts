import type { Language } from '../../domain/viewer.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { Person } from '../../rooms/rooms.ts';
import { initialsIn } from '../../text/names.ts';
import { texts } from '../../text/texts.ts';
import type { GreetingPicture, GreetingPictures } from './pictureStore.ts';
import type { Greeting, Greetings } from './store.ts';

export interface GreetingDeps {
  greetings: Greetings;
  greetingPictures: GreetingPictures;
  rooms: { person(id: string): Promise<Person | undefined>; people(room: string): Promise<Person[]> };
}

interface Place {
  room: string;
  language: Language;
}

/** The latest greeting to a class by someone who is still its instructor; undefined if there is none. */
export async function greetingTo(deps: GreetingDeps, { room, language }: Place) {
  const all = await deps.greetings.inRoom(room);
  if (all.length === 0) return undefined;
  const isInstructor = await isInstructorIn(deps, room);
  const latest = all.find(({ person }) => isInstructor(person));
  const picture = latest && (await deps.greetingPictures.of(room, latest.person));
  return latest && shownOf(latest, { room, language, picture });
}

async function isInstructorIn({ rooms }: GreetingDeps, room: string): Promise<(person: string) => boolean> {
  const people = await rooms.people(room);
  const instructors = new Set(people.filter(({ role }) => role === 'instructor').map(({ id }) => id));
  return (person) => instructors.has(person);
}

/** A greeting as the class sees it: `views/partials/greeting/greeting.hbs`. */
export function shownOf(
  { name, initials, text }: Greeting,
  { room, language, picture }: Place & { picture: GreetingPicture | undefined },
) {
  return {
    name,
    initials: initials || initialsIn(name),
    text,
    picture: picture && {
      src: roomPath(room, `/hilsen/billede/${picture.id}`),
      alt: texts[language].greeting.picture.alt(name),
    },
  };
}
