import type { Platform } from '../platforms/record.ts';
import type { LoginParameters } from './parameters.ts';

/** The path at which every Moodle version with LTI 1.3 answers a login; no other LMS has this path. */
const MOODLE = /^(https?:\/\/.+)\/mod\/lti\/auth\.php$/;

function siteOf({ authEndpoint }: Pick<Platform, 'authEndpoint'>): string | undefined {
  return MOODLE.exec(authEndpoint)?.[1];
}

/** The course's own page, if the platform is a Moodle, whose context id is the course's number; else empty. */
export function courseAddressOf(platform: Pick<Platform, 'authEndpoint'>, context: string): string {
  const site = siteOf(platform);
  return site === undefined || !/^[1-9]\d{0,15}$/.test(context) ? '' : `${site}/course/view.php?id=${context}`;
}

function courseModule(hint: string | undefined): number | undefined {
  try {
    const read: unknown = JSON.parse(hint ?? '');
    const id: unknown = read !== null && typeof read === 'object' && 'cmid' in read ? read.cmid : undefined;
    return Number.isSafeInteger(Number(id)) && Number(id) > 0 ? Number(id) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The address that starts the same launch again, if the platform has one; else empty. Moodle's hint works once, and a
 * second login with it ends on a Moodle error page; the page at this address makes a new hint (measured on 4.5, with
 * and without a frame). It is built only from the registered address and a whole number.
 */
export function restartOf(platform: Pick<Platform, 'authEndpoint'>, parameters: LoginParameters): string {
  const site = siteOf(platform);
  const id = courseModule(parameters.lti_message_hint);
  return site === undefined || id === undefined ? '' : `${site}/mod/lti/launch.php?id=${id}&triggerview=0`;
}
