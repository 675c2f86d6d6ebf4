import type { Activity } from '../course/activities.ts';
import type { Course } from '../course/courses.ts';
import { fullName, type Person } from '../course/people.ts';

export interface Substitution {
  course: Course;
  person: Person;
  /** Undefined in a content selection. */
  activity: Activity | undefined;
  /** False if the tool did not ask for names, or the course room withholds this one. */
  named: boolean;
}

type Values = Record<string, string | null>;

function variables({ course, person, activity, named }: Substitution): Values {
  return {
    '$User.id': person.id,
    '$User.username': named ? person.username : '',
    '$Person.name.full': named ? (fullName(person) ?? '') : '',
    '$Person.name.given': named ? (person.name?.given ?? '') : '',
    '$Person.name.family': named ? (person.name?.family ?? '') : '',
    // Moodle's code for "the server's own time zone".
    '$Person.address.timezone': '99',
    '$Membership.role': person.roles.join(','),
    '$Context.id': course.id,
    '$Context.id.history': course.history.join(','),
    '$Context.label': course.label,
    '$Context.title': course.title,
    '$ResourceLink.id': activity ? activity.id : null,
    '$ResourceLink.title': activity ? activity.title : null,
  };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '_');
}

/**
 * The custom claim as Moodle makes it: the activity's parameters override the tool's; known variables are replaced and
 * unknown ones kept; a value ends at its first line break; a name with characters other than plain letters occurs
 * twice.
 */
export function customParameters(given: Record<string, string>, about: Substitution): Values {
  const known = variables(about);
  const value = (text: string): string | null => {
    const line = text.split(/[\r\n]/, 1)[0] ?? '';
    return line in known ? (known[line] ?? null) : line;
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, text]) => {
      const both = new Set([name, plainName(name)]);
      return [...both].map((each): [string, string | null] => [each, value(text)]);
    }),
  );
}
