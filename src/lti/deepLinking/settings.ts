import { z } from 'zod';
import type { SelectionTerms } from './selection.ts';

/** Some platforms send their yes and no as text. */
const yesOrNo = z
  .union([z.boolean(), z.string().max(10)])
  .nullish()
  .transform((value) => (typeof value === 'string' ? yesOrNoOfText(value) : (value ?? undefined)));

function yesOrNoOfText(text: string): boolean | undefined {
  return { true: true, false: false }[text.trim().toLowerCase()];
}

/** What a platform says of a content selection (Deep Linking 2.0, 4.4.1), as far as we use it. */
export const settingsClaim = z.object({
  deep_link_return_url: z.string().min(1).max(4096),
  accept_types: z.array(z.string().max(255)).max(100),
  accept_multiple: yesOrNo,
  accept_lineitem: yesOrNo,
  /** The platform's own note, given back as it came. */
  data: z.string().max(50_000).nullish(),
});

export type SelectionSettings = z.infer<typeof settingsClaim>;

/**
 * Several only where the platform says so: the standard has no default, and one that takes one may drop the rest, or
 * all. Columns unless it says no: it then ignores them, and Moodle, which makes them, does not say.
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
 * Whether a browser may post the answer there. The address need not be the issuer's: Canvas, Blackboard and Brightspace
 * serve schools from addresses of their own under one issuer. It is believed because the platform's signed token says
 * it, kept on the server from then on, and named in the page's Content-Security-Policy; so its host must be a plain one.
 */
export function isReturnAddress(address: string, allowPrivate: boolean): boolean {
  const url = URL.parse(address);
  if (!url || url.username !== '' || url.password !== '') return false;
  return plainHost.test(url.hostname) && (url.protocol === 'https:' || (allowPrivate && url.protocol === 'http:'));
}
