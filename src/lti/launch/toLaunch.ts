import { backgroundOf } from '../../domain/background.ts';
import type { Launch, LaunchServices } from '../../domain/launch.ts';
import type { Language, Role } from '../../domain/viewer.ts';
import { identifier } from '../identifier.ts';
import { languageOfLocale } from '../language.ts';
import { type Claims } from './claims.ts';
import { claim } from './claimNames.ts';
import { Refusal } from '../refusal.ts';
import { roleOf, shortRoles } from './roles.ts';
import { oneLine } from './words.ts';

/** A custom value; empty if it is missing, or if the platform left a variable such as `$Context.id` unfilled. */
function customValue(claims: Claims, name: string): string {
  const value = claims[claim.custom]?.[name];
  return typeof value === 'string' && !value.startsWith('$') ? value.trim() : '';
}

// Made once: to make a schema takes longer than to use it.
const id = identifier(255);

/** The activity that the link names; a value that cannot be an activity's id counts as none. */
function activityOf(claims: Claims): string {
  return id.safeParse(customValue(claims, 'activity')).data ?? '';
}

/** A web address, or empty: never a scheme that would run code as a link, nor an address with a user name in it. */
function webAddress(address: string | null | undefined): string {
  if (!address || !URL.canParse(address)) return '';
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? address : '';
}

function nameOf(claims: Claims): string {
  return oneLine(claims.name, 120) || oneLine(`${claims.given_name ?? ''} ${claims.family_name ?? ''}`, 120);
}

/**
 * The context. A link outside any context (allowed by LTI 1.3 Core, 5.4.1) gets a context of its own, never one shared
 * by all links. A content selection outside any context likewise gets a context for the person who makes it.
 */
function contextOf(claims: Claims): Launch['context'] {
  const context = claims[claim.context];
  const link = claims[claim.resourceLink];
  if (!context) return { id: link ? `link:${link.id}` : `chooser:${claims.sub}`, title: '' };
  return { id: context.id, title: oneLine(context.title, 200) || oneLine(context.label, 200) };
}

function linkOf(claims: Claims): Launch['resourceLink'] {
  const link = claims[claim.resourceLink];
  return { id: link?.id ?? '', title: oneLine(link?.title, 200) };
}

/** The ids in a comma-separated list such as `$Context.id.history` (LTI 1.3 Core, appendix on custom variables). */
function idsOf(list: string): string[] {
  return list
    .split(',', MOST_ANCESTORS)
    .map((one) => decoded(one.trim()))
    .filter((one) => id.safeParse(one).success);
}

const MOST_ANCESTORS = 20;

/**
 * Each id is URL-encoded, as it may hold a comma (LTI 1.3 Core, appendix B.2). Text that is not valid encoding is
 * returned as it is.
 */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function historyOf(claims: Claims): Pick<Launch, 'history'> {
  const contexts = idsOf(customValue(claims, 'context_history'));
  const resourceLinks = idsOf(customValue(claims, 'link_history'));
  return contexts.length > 0 ? { history: { contexts, resourceLinks } } : {};
}

function servicesOf(claims: Claims): LaunchServices {
  const grades = claims[claim.grades];
  return {
    lineItem: webAddress(grades?.lineitem),
    lineItems: webAddress(grades?.lineitems),
    scopes: grades?.scope ?? [],
    memberships: webAddress(claims[claim.members]?.context_memberships_url),
  };
}

function languageOf(claims: Claims): Language {
  return languageOfLocale(claims[claim.presentation]?.locale ?? '') ?? languageOfLocale(claims.locale ?? '') ?? 'da';
}

function presentationOf(claims: Claims): Pick<Launch, 'returnUrl' | 'ownWindow'> {
  const presentation = claims[claim.presentation];
  return {
    returnUrl: webAddress(presentation?.return_url),
    ...(presentation?.document_target === 'window' && { ownWindow: true }),
  };
}

/**
 * A mentor follows someone else's course: the answers there are not for them to read, and they have nothing to answer.
 */
function roleIn(claims: Claims): Role {
  const role = roleOf(claims[claim.roles]);
  if (role === 'observer') throw new Refusal('observer');
  return role;
}

/** Only participants are in statistics: of others nothing is taken. */
function backgroundIn(claims: Claims): Pick<Launch, 'background'> {
  if (roleIn(claims) !== 'participant') return {};
  const of = (name: string) => customValue(claims, name);
  const background = backgroundOf({ municipality: of('kommune'), sex: of('koen'), birthYear: of('foedselsaar') });
  return background ? { background } : {};
}

/**
 * Reduces verified claims to what the product uses.
 * @throws {Refusal} `observer`
 */
export function toLaunch(claims: Claims, platform: string): Launch {
  return {
    platform,
    deployment: claims[claim.deployment],
    context: contextOf(claims),
    resourceLink: linkOf(claims),
    person: { subject: claims.sub, name: nameOf(claims) },
    role: roleIn(claims),
    receivedRoles: shortRoles(claims[claim.roles]),
    language: languageOf(claims),
    activity: activityOf(claims),
    ...backgroundIn(claims),
    ...(customValue(claims, 'progress') === '1' && { progress: true }),
    services: servicesOf(claims),
    ...presentationOf(claims),
    ...historyOf(claims),
  };
}
