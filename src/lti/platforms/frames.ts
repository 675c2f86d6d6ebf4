import { isAllowedUrl, type Reach } from '../reach.ts';
import type { LearnedOrigin, PlatformFacts, PlatformRecord } from './record.ts';

/** A limit, because the origins are in a header of every page. */
export const MOST_ORIGINS = 50;

type Frames = Pick<PlatformRecord, 'origins' | 'learned'>;

/** The origins whose pages may frame our pages for this platform. */
export function framesOf({ origins, learned }: Frames): string[] {
  return [...new Set([...origins, ...taken(learned)])];
}

function taken(learned: readonly LearnedOrigin[]): string[] {
  return learned.filter(({ refused }) => !refused).map(({ origin }) => origin);
}

/** The origins of the platform's own addresses: nothing works in a frame without these. */
export function ownOrigins({ issuer, authEndpoint }: Pick<PlatformFacts, 'issuer' | 'authEndpoint'>): string[] {
  return [...new Set([issuer, authEndpoint].map((url) => new URL(url).origin))];
}

/** An origin of the platform, as shown to operators. */
export interface FrameOrigin {
  origin: string;
  /**
   * `own`: from its issuer or login. `given`: from its registration, or added by hand. `learned`: named in a launch.
   */
  source: 'own' | 'given' | 'learned';
}

export function describeFrames(record: Frames & Pick<PlatformFacts, 'issuer' | 'authEndpoint'>): FrameOrigin[] {
  const own = ownOrigins(record);
  return framesOf(record).map((origin) => {
    if (own.includes(origin)) return { origin, source: 'own' };
    return { origin, source: record.origins.includes(origin) ? 'given' : 'learned' };
  });
}

/** The origin of an address that a verified launch has named; undefined if it is not an allowed https address. */
export function originOf(address: string, reach: Reach): string | undefined {
  if (!isAllowedUrl(address, reach)) return undefined;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' ? origin : undefined;
}

/**
 * `https://*.example.dk` covers every host below example.dk, but not example.dk itself (Content Security Policy 3,
 * 6.7.2.6).
 */
function covers(known: string, origin: string): boolean {
  const { 1: scheme = '', 2: rest = '' } = /^(https?:\/\/)\*(\..+)$/.exec(known) ?? [];
  return known === origin || (rest !== '' && origin.startsWith(scheme) && origin.endsWith(rest));
}

/** `known`: it is listed already, or someone has removed it. `full`: there are too many to add another. */
export type Learning = 'new' | 'known' | 'full';

export function learningOf({ origins, learned }: Frames, origin: string): Learning {
  const known = [...origins, ...learned.map((one) => one.origin)];
  if (known.some((one) => covers(one, origin))) return 'known';
  return known.length < MOST_ORIGINS ? 'new' : 'full';
}

export function withLearned<Of extends Frames>(record: Of, { origin, at }: Omit<LearnedOrigin, 'refused'>): Of {
  if (learningOf(record, origin) !== 'new') return record;
  return { ...record, learned: [...record.learned, { origin, at, refused: false }] };
}

/** Adds an origin by hand; it then counts even if it was removed before. */
export function withGiven<Of extends Frames>(record: Of, origin: string): Of {
  const learned = record.learned.filter((one) => one.origin !== origin);
  return { ...record, learned, origins: [...new Set([...record.origins, origin])] };
}

/** Removes an origin by hand; it is not learned again from the next launch. The platform's own origins stay. */
export function withoutFrame<Of extends Frames & Pick<PlatformFacts, 'issuer' | 'authEndpoint'>>(
  record: Of,
  { origin, at }: Omit<LearnedOrigin, 'refused'>,
): Of {
  if (ownOrigins(record).includes(origin) || !framesOf(record).includes(origin)) return record;
  const learned = record.learned.filter((one) => one.origin !== origin);
  return {
    ...record,
    origins: record.origins.filter((one) => one !== origin),
    learned: [...learned, { origin, at, refused: true }].slice(-MOST_ORIGINS),
  };
}

const written = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/i;

/**
 * Whether a text may be written into a header as an origin: an address without a path, or a wildcard for hosts below a
 * name.
 */
export function isFrameOrigin(text: string, reach: Reach): boolean {
  return written.test(text) && (reach.anywhere || text.startsWith('https:'));
}

/**
 * What someone has typed or pasted, as an origin; undefined if it is none. A whole address is reduced to its origin.
 */
export function readOrigin(text: string, reach: Reach): string | undefined {
  const typed = text.trim();
  const bare = URL.canParse(typed) && !typed.includes('*') ? new URL(typed).origin : typed.replace(/\/$/, '');
  return bare.length <= 255 && isFrameOrigin(bare, reach) ? bare.toLowerCase() : undefined;
}
