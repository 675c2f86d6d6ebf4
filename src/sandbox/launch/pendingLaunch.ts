import type { Language } from '../../domain/viewer.ts';

/** A launch between its start in the course room and the tool's authorization request. */
export interface PendingLaunch {
  session: string;
  person: string;
  /** Resource link id; empty for a content selection. */
  activity: string;
  target: 'iframe' | 'window';
  language: Language;
}

/** The `lti_message_hint`, in Moodle's form. */
export function messageHint(launch: Pick<PendingLaunch, 'activity'>, id: string): string {
  return JSON.stringify(launch.activity ? { cmid: Number(launch.activity), launchid: id } : { launchid: id });
}

/** The launch id in a hint; undefined if the hint is not ours. */
export function launchIdOf(hint: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(hint);
    if (typeof parsed !== 'object' || parsed === null || !('launchid' in parsed)) return undefined;
    return typeof parsed.launchid === 'string' ? parsed.launchid : undefined;
  } catch {
    return undefined;
  }
}
