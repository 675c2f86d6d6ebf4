import { z } from 'zod';
import type { SelectionTerms } from './selection.ts';

/** Some platforms send booleans as text. */
const yesOrNo = z
  .union([z.boolean(), z.string().max(10)])
  .nullish()
  .transform((value) => (typeof value === 'string' ? yesOrNoOfText(value) : (value ?? undefined)));

function yesOrNoOfText(text: string): boolean | undefined {
  return { true: true, false: false }[text.trim().toLowerCase()];
}

/** What a platform says about a content selection (Deep Linking 2.0, 4.4.1), as far as we use it. */
export const settingsClaim = z.object({
  deep_link_return_url: z.string().min(1).max(4096),
  accept_types: z.array(z.string().max(255)).max(100),
  accept_multiple: yesOrNo,
  accept_lineitem: yesOrNo,
  /** The platform's own data, given back as it came. */
  data: z.string().max(50_000).nullish(),
});

export type SelectionSettings = z.infer<typeof settingsClaim>;

/**
 * Several items only if the platform says so: the standard has no default, and a platform that accepts one item may
 * drop the others, or all. Columns unless it says no: a platform without them ignores them, and Moodle makes columns
 * without saying so.
 */
export function termsOf(settings: SelectionSettings): SelectionTerms {
  return {
    activities: settings.accept_types.includes('ltiResourceLink'),
    several: settings.accept_multiple ?? false,
    columns: settings.accept_lineitem ?? true,
  };
}

const plainHost = /^([a-z0-9-]+\.)*[a-z0-9-]+\.?$|^\[[0-9a-f:.]+\]$/;

/**
 * Whether a browser may post the answer to this address. It need not be the issuer's: Canvas, Blackboard and
 * Brightspace serve schools from addresses of their own under one issuer. We trust it because it comes from the
 * platform's signed token and is kept on the server from then on. It is also named in the page's
 * Content-Security-Policy, so its host must be plain.
 */
export function isReturnAddress(address: string, allowPrivate: boolean): boolean {
  const url = URL.parse(address);
  if (!url || url.username !== '' || url.password !== '') return false;
  return plainHost.test(url.hostname) && (url.protocol === 'https:' || (allowPrivate && url.protocol === 'http:'));
}
