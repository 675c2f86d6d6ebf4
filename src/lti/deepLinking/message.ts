import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { ChosenItem, SelectionAnswer } from './selection.ts';
import { claim } from '../launch/claimNames.ts';
import type { Platform } from '../platforms/record.ts';
import type { SecretBox } from '../secretBox.ts';
import type { SelectionRecord } from './records.ts';

const deepLinking = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

/** Long enough for someone without scripts to press the button (a message made by ltijs expires after one minute). */
export const MESSAGE_LIFETIME = 5 * 60_000;

/** Width and height, in pixels, of the pictures in `public/images/activities`. */
const PICTURE_SIZE = 96;

interface ItemContext {
  toolUrl: string;
  columns: boolean;
}

/**
 * A content item (Deep Linking 2.0, 4.2.1). It has no `url`, so the platform launches it at the tool's registered
 * address.
 */
function contentItem(item: ChosenItem, { toolUrl, columns }: ItemContext) {
  const { title, text, resourceId, picture, tag } = item;
  const custom = customOf(item);
  return {
    type: 'ltiResourceLink',
    title,
    text,
    icon: { url: `${toolUrl}/assets/images/activities/${picture}.png`, width: PICTURE_SIZE, height: PICTURE_SIZE },
    ...(Object.keys(custom).length > 0 && { custom }),
    ...(columns && tag !== '' && { lineItem: { scoreMaximum: 100, label: title, resourceId, tag } }),
  };
}

/** The link's custom parameters (contract). */
function customOf({ activity, progress }: ChosenItem): Record<string, string> {
  return { ...(activity !== '' && { activity }), ...(progress && { progress: '1' }) };
}

interface Deps {
  record: SelectionRecord;
  platform: Platform;
  answer: SelectionAnswer;
  toolUrl: string;
  box: SecretBox;
  /** Milliseconds since 1970. */
  now: number;
}

function claimsOf({ record, answer, toolUrl }: Deps): object {
  return {
    [claim.messageType]: 'LtiDeepLinkingResponse',
    [claim.version]: '1.3.0',
    [claim.deployment]: record.deployment,
    [`${deepLinking}content_items`]: answer.items.map((item) =>
      contentItem(item, { toolUrl, columns: record.columns }),
    ),
    // An empty `data` still counts and goes back as it came.
    ...(record.data !== null && { [`${deepLinking}data`]: record.data }),
    ...(answer.message !== undefined && { [`${deepLinking}msg`]: answer.message }),
    ...(answer.error !== undefined && { [`${deepLinking}errormsg`]: answer.error }),
    ...(answer.log !== undefined && {
      [`${deepLinking}${answer.error === undefined ? 'log' : 'errorlog'}`]: answer.log,
    }),
  };
}

/**
 * The signed answer to a content selection (Deep Linking 2.0, 4.5; 1EdTech Security Framework 1.0, 5.2). We do not let
 * ltijs make it: ltijs makes the nonce with `Math.random`, has a blank in the name of the error claim, loses an empty
 * `data`, and gives the message a lifetime of one minute.
 */
export function signedAnswer(deps: Deps): string {
  const { platform, box, now } = deps;
  const key = platform.keys[0];
  if (!key) throw new Error('A platform without a key of ours.');
  const iat = Math.floor(now / 1000);
  const payload = {
    iss: platform.clientId,
    aud: platform.issuer,
    iat,
    exp: iat + MESSAGE_LIFETIME / 1000,
    nonce: randomBytes(24).toString('base64url'),
    ...claimsOf(deps),
  };
  return jwt.sign(payload, box.open(key.privateSealed), { algorithm: 'RS256', keyid: key.kid });
}
