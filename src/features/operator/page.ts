import type { PlatformScores } from '../../responses/scoreHealth.ts';
import type { Language } from '../../domain/viewer.ts';
import { locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import type { PlatformSummary } from '../../lti/index.ts';

const YEAR = 365 * 24 * 3_600_000;

function dateIn(language: Language) {
  return (time: number): string =>
    new Date(time).toLocaleDateString(locale[language], {
      dateStyle: 'long',
      timeZone: 'Europe/Copenhagen',
    });
}

const looks = { active: 'success', waiting: 'warning', off: 'neutral' } as const;

interface PageInput {
  platforms: PlatformSummary[];
  /** By platform id: how well its scores get through. */
  scores: ReadonlyMap<string, PlatformScores>;
  language: Language;
  now: number;
  /** What was just done: a code from an address, so it may be anyone's text. */
  done: string;
}

/** The list of platforms, those that need the operator first; each with its state before its technical details. */
export function platformsPage({ platforms, scores, language, now, done }: PageInput) {
  const text = texts[language].operator;
  const messages: Record<string, string> = text.done;
  const shown = platforms
    .map((one) => ({
      name: nameAmong(platforms, one),
      href: `/drift/platform/${one.id}`,
      state: text.states[one.status],
      look: looks[one.status],
      isActive: one.status === 'active',
      isWaiting: one.status === 'waiting',
      needs: needsOf(one, { scores: scores.get(one.id), language, now }),
      isKeyOld: isKeyOld(one, now),
      facts: factsOf(one, scores.get(one.id), language),
      details: detailsOf(one, language),
    }))
    .sort((one, other) => Number(other.needs.length > 0) - Number(one.needs.length > 0));
  const needing = shown.filter(({ needs }) => needs.length > 0).length;
  return {
    title: text.title,
    message: Object.hasOwn(messages, done) ? messages[done] : '',
    summary: platforms.length === 0 ? '' : needing > 0 ? text.needsHand(needing) : text.needsNothing,
    platforms: shown,
  };
}

/** Two registrations of one platform may have similar names: the client id distinguishes them. */
function nameAmong(platforms: readonly PlatformSummary[], { name, issuer, clientId }: PlatformSummary) {
  return platforms.filter((one) => one.issuer === issuer).length > 1 ? `${name} (${clientId})` : name;
}

interface Judged {
  scores: PlatformScores | undefined;
  language: Language;
  now: number;
}

/** Everything about a platform that will not resolve itself. */
function needsOf(platform: PlatformSummary, { scores, language, now }: Judged): string[] {
  const { needs } = texts[language].operator;
  const stopped = scores?.stopped ?? 0;
  return [
    ...(platform.status === 'waiting' ? [needs.waiting] : []),
    ...(stopped > 0 ? [needs.stopped(stopped)] : []),
    ...(isKeyOld(platform, now) ? [needs.key] : []),
  ];
}

function isKeyOld({ keyCreatedAt }: PlatformSummary, now: number): boolean {
  return now - keyCreatedAt > YEAR;
}

function factsOf({ lastLaunchAt }: PlatformSummary, scores: PlatformScores | undefined, language: Language) {
  const text = texts[language].operator;
  const date = dateIn(language);
  const { lastDeliveredAt, waiting = 0, columnless = 0, stopped = 0 } = scores ?? {};
  const held = [
    { count: waiting, said: text.held.waiting },
    { count: columnless, said: text.held.columnless },
    { count: stopped, said: text.held.stopped },
  ].filter(({ count }) => count > 0);
  const inWords = held.map(({ count, said }) => said(count)).join(', ');
  return [
    { term: text.lastLaunch, value: lastLaunchAt === undefined ? text.never : date(lastLaunchAt) },
    { term: text.lastScore, value: lastDeliveredAt === undefined ? text.noScore : date(lastDeliveredAt) },
    { term: text.heldScores, value: inWords || text.held.none },
  ];
}

function detailsOf(platform: PlatformSummary, language: Language) {
  const text = texts[language].operator;
  const date = dateIn(language);
  const { deploymentRule: rule, deployments, frames } = platform;
  return [
    { term: text.issuer, value: platform.issuer },
    { term: text.clientId, value: platform.clientId },
    { term: text.deployments, value: rule === 'listed' ? deployments.join(', ') : text.rules[rule] },
    { term: text.frames, value: frames.map(({ origin }) => origin).join(', ') || '–' },
    { term: text.since, value: date(platform.createdAt) },
    { term: text.key, value: date(platform.keyCreatedAt) },
  ];
}
