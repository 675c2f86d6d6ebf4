import type { Language } from '../../domain/viewer.ts';
import type { RosterAnswer } from '../../rooms/roster.ts';
import { texts } from '../../text/texts.ts';
import type { ClassNow } from './classNow.ts';
import { listNames } from './names.ts';
import type { Participant, Progress } from './participation.ts';

/** Why the LMS's list of people is not in a page; empty if it is. */
export function rosterHint(roster: RosterAnswer['kind'], language: Language): string {
  const { noRoster, rosterSilent } = texts[language].instructor;
  return { members: '', 'not-offered': noRoster, silent: rosterSilent }[roster];
}

/**
 * The people who have sent, begun and not begun, in numbers and by name, in the shape that
 * `views/partials/instructor/whoIsIn.hbs` takes.
 */
export function whoIsIn({ participants, roster }: Pick<ClassNow, 'participants' | 'roster'>, language: Language) {
  const text = texts[language].instructor;
  const hasRoster = roster === 'members';
  const of = (progress: Progress) => participants.filter((participant) => participant.progress === progress);
  const [sent, begun, notBegun] = [of('sent'), of('begun'), of('notBegun')];
  const group = (title: string, found: Participant[]) => ({ title, names: listNames(found, language) });
  return {
    counts: hasRoster
      ? text.counts(sent.length, begun.length, notBegun.length)
      : text.countsWithoutRoster(sent.length, begun.length),
    rosterHint: rosterHint(roster, language),
    groups: [
      group(text.sent, sent),
      group(text.begun, begun),
      // Without a list nobody knows who is missing, but people who have looked in are still known.
      ...(hasRoster || notBegun.length > 0 ? [group(hasRoster ? text.notBegun : text.lookedIn, notBegun)] : []),
    ],
  };
}
