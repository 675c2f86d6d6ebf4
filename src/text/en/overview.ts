import type { overview as danish } from '../da/overview.ts';

export const overview: typeof danish = {
  title: 'The whole class',
  intro: 'See how far each person is. What participants have written is not shown here.',
  back: 'To the class’s week',
  table: 'Weeks and participants',
  caption: 'How far each person is',
  name: 'Name',
  lastSeen: 'Last seen',
  done: 'Sent',
  standing: 'Course',
  sync: 'Grades',
  absent: 'Absence',
  sortBy: 'Sort by',
  scroll: 'The table is wide. You can scroll it sideways.',
  legend: '● sent, ◐ begun, ○ not begun',
  never: 'Never',
  hasLeft: 'No longer on the course',
  week: (number) => `Week ${number}`,
  progress: { sent: 'Sent', begun: 'Begun', notBegun: 'Not begun' },
  standings: {
    completed: 'Completed',
    underWay: 'Under way',
    away: 'Dropped out',
    notStarted: 'Not begun',
    unfinished: 'Not completed',
  },
  nobody: 'There are no participants yet',
  nobodyText: 'They come on the list when they are enrolled in the course room.',
  registration: 'Numbers for the municipality',
  rule: {
    completed: (least, weeks) => `Completed: has sent the preparation in at least ${least} of ${weeks} weeks.`,
    away: (days) =>
      `Dropped out: not seen for ${days} days while the course runs. Whoever comes back is counted in again.`,
    noStart: 'The class has no start date. So we cannot tell who has dropped out.',
  },
  download: 'Download the list (CSV)',
  downloadHint: 'The file opens in a spreadsheet. It has names in it, so take care of it.',
  absence: {
    title: 'Absence from webinars',
    next: (day, n) =>
      n === 0
        ? `Nobody has said that they cannot come to the webinar on ${day}.`
        : `${n} cannot come to the webinar on ${day}:`,
    total: (n) => (n === 1 ? '1 absence in all.' : `${n} absences in all.`),
    reason: 'Reason',
    number: 'Number',
    reasons: 'Reasons in the whole class',
    tooFew: (least) => `The reasons are shown when at least ${least} participants have been away.`,
    why: 'Participants choose the reason from a list. You cannot see who chose what.',
    comesNot: 'Cannot come next time',
  },
  file: {
    name: 'name',
    lastSeen: 'last_seen',
    standing: 'course',
    weeksSent: 'weeks_prepared',
    done: 'activities_sent',
    sync: 'grades',
    absences: 'absences',
  },
};
