import { z } from 'zod';
import { settingsClaim } from '../deepLinking/settings.ts';
import { identifier } from '../identifier.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { claim } from './claimNames.ts';

/** Identifiers are refused beyond the 255 characters of the standard; words to show are cut instead. */
const id = identifier(255);
const words = z.string().max(100_000);
const address = z.string().max(4096);
const seconds = z.number();

/** What both messages hold. */
const common = z.object({
  iss: identifier(512),
  sub: id,
  aud: z.union([id, z.array(id).min(1).max(20)]),
  azp: id.optional(),
  nonce: z.string().min(1).max(512),
  exp: seconds,
  iat: seconds,
  nbf: seconds.optional(),
  name: words.nullish(),
  given_name: words.nullish(),
  family_name: words.nullish(),
  locale: z.string().max(100).nullish(),
  [claim.version]: z.literal('1.3.0'),
  [claim.deployment]: id,
  [claim.target]: address.min(1),
  [claim.roles]: z.array(z.string().max(500)).max(200),
  [claim.context]: z.object({ id, title: words.nullish(), label: words.nullish() }).nullish(),
  [claim.custom]: z
    .record(z.string().max(255), z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]))
    .nullish(),
  [claim.presentation]: z
    .object({ locale: z.string().max(100).nullish(), return_url: address.nullish(), document_target: words.nullish() })
    .nullish(),
  [claim.grades]: z
    .object({
      scope: z.array(z.string().max(500)).max(50).nullish(),
      lineitem: address.nullish(),
      lineitems: address.nullish(),
    })
    .nullish(),
  [claim.members]: z.object({ context_memberships_url: address.nullish() }).nullish(),
});

const resourceLinkRequest = common.extend({
  [claim.messageType]: z.literal('LtiResourceLinkRequest'),
  [claim.resourceLink]: z.object({ id, title: words.nullish() }),
});

const deepLinkingRequest = common.extend({
  [claim.messageType]: z.literal('LtiDeepLinkingRequest'),
  [claim.settings]: settingsClaim,
});

type ResourceLinkClaim = Pick<z.infer<typeof resourceLinkRequest>, typeof claim.resourceLink>;
type SettingsClaim = Pick<z.infer<typeof deepLinkingRequest>, typeof claim.settings>;

/** The claims of a launch: with a resource link to open, or with the settings of a content selection. */
export type Claims = z.infer<typeof common> & Partial<ResourceLinkClaim> & Partial<SettingsClaim>;

/** Claims whose absence has a page of its own; any other fault is `claims`. */
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
 * The claims we use, each of the type and length it should have. What we do not use is not looked at.
 * @throws {Refusal} naming the claim.
 */
export const readClaims = (payload: Record<string, unknown>): Claims => {
  const isChoosing = payload[claim.messageType] === 'LtiDeepLinkingRequest';
  const read = (isChoosing ? deepLinkingRequest : resourceLinkRequest).safeParse(payload);
  if (read.success) return read.data;
  const path = String(read.error.issues[0]?.path[0] ?? '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  throw new Refusal(codes.get(path) ?? 'claims', { reason: `claim ${name}` });
};
