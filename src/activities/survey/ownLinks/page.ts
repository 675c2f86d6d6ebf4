import { encode } from 'uqr';
import type { SurveyActivity } from '../../../content/course.ts';
import type { Day } from '../../../domain/week.ts';
import { dayOf } from '../../../domain/week.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { OwnLink } from './store.ts';
import { texts } from '../../../text/texts.ts';
import { dayInWords } from '../../../text/times.ts';
import { roomPath } from '../../../http/roomPath.ts';

export interface OwnLinkInput {
  survey: SurveyActivity;
  viewer: Viewer;
  /** The link that works now; undefined if none was made. */
  current: OwnLink | undefined;
  /** Whether the survey is answered already, so that no link is of use. */
  answered: boolean;
  /** When the survey opens; empty if it is open. */
  opens: Day;
}

/**
 * The button that makes a link, and what the link is for, in the form that `views/partials/survey/ownLinkOffer.hbs`
 * takes.
 */
export function ownLinkOffer({ viewer, current }: Pick<OwnLinkInput, 'viewer' | 'current'>) {
  const text = texts[viewer.language].survey.link;
  return {
    heading: text.offerHeading,
    text: text.offer,
    again: current ? text.again : '',
    action: roomPath(viewer.room, '/mit-link'),
    csrf: viewer.csrf,
    button: current ? text.makeAgain : text.make,
  };
}

/** The page about a person's survey link, in the form that `views/survey/ownLink.hbs` takes. */
export function ownLinkPage(input: OwnLinkInput) {
  const { survey, viewer, answered, opens } = input;
  const text = texts[viewer.language].survey.link;
  if (answered) return { title: text.answeredTitle, lead: text.answered(survey.title) };
  return {
    title: text.title,
    offer: ownLinkOffer(input),
    can: text.can(survey.title),
    opens: opens === '' ? '' : text.opens(dayInWords(opens, viewer.language)),
  };
}

export interface MadeLink {
  /** The whole address including its token: shown on this page only and stored nowhere. */
  address: string;
  link: OwnLink;
}

/** The page with the link itself. */
export function madeLinkPage(input: OwnLinkInput, { address, link }: MadeLink) {
  const { survey, viewer, opens } = input;
  const text = texts[viewer.language].survey.link;
  return {
    title: text.madeTitle,
    lead: text.once,
    address,
    qr: qrCode(address),
    until: text.until(dayInWords(dayOf(link.expiresAt), viewer.language)),
    can: text.can(survey.title),
    opens: opens === '' ? '' : text.opens(dayInWords(opens, viewer.language)),
  };
}

/**
 * A QR code as an SVG path with one square per module, with the quiet zone that cameras need (ISO/IEC 18004: 4
 * modules).
 */
function qrCode(address: string): { size: number; path: string } {
  const { size, data } = encode(address, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}
