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

/** The list of platforms: what each is, how it is used, and what can be done with it. */
export function platformsPage({ platforms, scores, language, now, done }: PageInput) {
  const text = texts[language].operation;
  const date = dateIn(language);
  const messages: Record<string, string> = text.done;
  return {
    title: text.title,
    message: Object.hasOwn(messages, done) ? messages[done] : '',
    platforms: platforms.map((one) => ({
      name: nameAmong(platforms, one),
      href: `/drift/platform/${one.id}`,
      state: text.states[one.status],
      look: looks[one.status],
      isActive: one.status === 'active',
      framesLabel: text.framesChange,
      facts: [
        { term: text.issuer, value: one.issuer },
        { term: text.clientId, value: one.clientId },
        {
          term: text.deployments,
          value: one.deploymentRule === 'listed' ? one.deployments.join(', ') : text.rules[one.deploymentRule],
        },
        { term: text.frames, value: one.frames.map(({ origin }) => origin).join(', ') },
        { term: text.lastLaunch, value: one.lastLaunchAt === undefined ? text.never : date(one.lastLaunchAt) },
        ...scoreFacts(scores.get(one.id), language),
        { term: text.since, value: date(one.createdAt) },
        { term: text.key, value: date(one.keyCreatedAt), note: now - one.keyCreatedAt > YEAR ? text.keyIsOld : '' },
      ],
    })),
  };
}

/** Two registrations of one platform may have similar names: the client id distinguishes them. */
function nameAmong(platforms: readonly PlatformSummary[], { name, issuer, clientId }: PlatformSummary) {
  return platforms.filter((one) => one.issuer === issuer).length > 1 ? `${name} (${clientId})` : name;
}

function scoreFacts(scores: PlatformScores | undefined, language: Language) {
  const text = texts[language].operation;
  const { lastDeliveredAt, waiting = 0, columnless = 0, stopped = 0 } = scores ?? {};
  return [
    { term: text.lastScore, value: lastDeliveredAt === undefined ? text.noScore : dateIn(language)(lastDeliveredAt) },
    { term: text.heldScores, value: text.held(waiting, stopped), note: stopped > 0 ? text.stoppedAdvice : '' },
    { term: text.columnlessScores, value: String(columnless) },
  ];
}
