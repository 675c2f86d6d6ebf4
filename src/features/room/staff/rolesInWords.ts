import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';

/**
 * Roles as a course sent them, in plain words: `membership#Administrator` is an administrator in the course. A role
 * that we have no word for keeps its own.
 * @param received as `Launch.receivedRoles`
 */
export function rolesInWords(received: readonly string[], language: Language): string {
  const { places, roles } = texts[language].room.courseRole;
  const inWords = received.map((role) => {
    const [own = role] = /\w+$/.exec(role) ?? [];
    const name = own.toLowerCase();
    return places[placeOf(role)](isOwn(name, roles) ? roles[name] : own);
  });
  return [...new Set(inWords)].join(', ');
}

/** LTI 1.3, and 1.1, which some platforms still send. */
function placeOf(role: string): 'course' | 'institution' | 'system' {
  if (/^(system\/|urn:lti:sysrole:)/.test(role)) return 'system';
  return /^(institution\/|urn:lti:instrole:)/.test(role) ? 'institution' : 'course';
}

function isOwn<Words extends object>(name: PropertyKey, words: Words): name is keyof Words {
  return Object.hasOwn(words, name);
}
