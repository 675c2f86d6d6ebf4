import { z } from 'zod';
import { settingsClaim } from '../deepLinking/settings.ts';
import { identifier } from '../identifier.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { claim } from './claimNames.ts';
import { customParameters, idOf, optional, optionalObject, scopes, texts } from './lenient.ts';

/**
 * Identifiers longer than the standard's 255 characters are refused; text for display is shortened where it is used.
 */
const id = idOf(255);
const words = optional(z.string());
const address = optional(z.string().max(4096));
const seconds = z.number();

/** The context determines the room. PHP platforms write an absent context as an empty list. */
const context = z.preprocess(
  (value) => (Array.isArray(value) && value.length === 0 ? undefined : value),
  z.object({ id, title: words, label: words }).nullish(),
);

/** What both messages contain. */
const common = z.object({
  iss: identifier(512),
  sub: id,
  aud: z.union([identifier(255), z.array(identifier(255)).min(1).max(20)]),
  azp: identifier(255).optional(),
  nonce: z.string().min(1).max(512),
  exp: seconds,
  iat: seconds,
  nbf: seconds.optional(),
  name: words,
  given_name: words,
  family_name: words,
  locale: optional(z.string().max(100)),
  [claim.version]: z.literal('1.3.0'),
  [claim.deployment]: id,
  [claim.target]: z.string().min(1).max(4096),
  [claim.roles]: texts(500, 200),
  [claim.context]: context,
  [claim.custom]: optional(customParameters),
  [claim.presentation]: optionalObject({
    locale: optional(z.string().max(100)),
    return_url: address,
    document_target: words,
  }),
  [claim.grades]: optionalObject({ scope: optional(scopes), lineitem: address, lineitems: address }),
  [claim.members]: optionalObject({ context_memberships_url: address }),
});

const resourceLinkRequest = common.extend({
  [claim.messageType]: z.literal('LtiResourceLinkRequest'),
  [claim.resourceLink]: z.object({ id, title: words }),
});

const deepLinkingRequest = common.extend({
  [claim.messageType]: z.literal('LtiDeepLinkingRequest'),
  [claim.settings]: settingsClaim,
});

type ResourceLinkClaim = Pick<z.infer<typeof resourceLinkRequest>, typeof claim.resourceLink>;
type SettingsClaim = Pick<z.infer<typeof deepLinkingRequest>, typeof claim.settings>;

/** The claims of a launch, either with a resource link to open or with the settings of a content selection. */
export type Claims = z.infer<typeof common> & Partial<ResourceLinkClaim> & Partial<SettingsClaim>;

/** Claims whose absence has its own refusal page; any other fault is `claims`. */
const codes = new Map<string, RefusalCode>([
  ['sub', 'anonymous'],
  ['aud', 'audience'],
  ['azp', 'audience'],
  ['nonce', 'nonce'],
  ['exp', 'too-slow'],
  ['iat', 'too-slow'],
  [claim.messageType, 'message'],
  [claim.version, 'version'],
  [claim.deployment, 'deployment-unknown'],
  [claim.target, 'target'],
  [claim.resourceLink, 'resource-link'],
]);

/**
 * Returns the claims we use, each checked for type and length. Claims needed for identity and safety must be present
 * and exact; optional claims that cannot be used are left out. Claims we do not use are not looked at.
 * @throws {Refusal} naming the claim.
 */
export function readClaims(payload: Record<string, unknown>): Claims {
  const isChoosing = payload[claim.messageType] === 'LtiDeepLinkingRequest';
  const read = (isChoosing ? deepLinkingRequest : resourceLinkRequest).safeParse(payload);
  if (read.success) return read.data;
  const path = String(read.error.issues[0]?.path[0] ?? '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  throw new Refusal(codes.get(path) ?? 'claims', { reason: `claim ${name}` });
}
