import type { classOverview as danish } from '../da/classOverview.ts';

export const classOverview: typeof danish = {
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
  came: 'Came',
  sortBy: 'Sort by',
  legend: 'One field for each activity of the week. Filled is sent, half is begun, empty is not begun.',
  never: 'Never',
  hasLeft: 'No longer on the course',
  shortWeek: (number) => `Week ${number}`,
  weekTitle: (number, title) => `Week ${number}: ${title}`,
  weekCell: ({ sent, begun, total }) =>
    sent + begun === 0 ? 'Not begun' : `${sent} of ${total} sent${begun > 0 ? `, ${begun} begun` : ''}`,
  hand: {
    title: 'Who may need a hand?',
    'ikke-begyndt': (n) => (n === 1 ? '1 has not begun' : `${n} have not begun`),
    vaek: (n, days) => (n === 1 ? `1 has not been here for ${days} days` : `${n} have not been here for ${days} days`),
    write: 'Write a greeting',
  },
  message: {
    title: {
      'ikke-begyndt': 'A greeting to those who have not begun',
      vaek: 'A greeting to those who have not been here',
    },
    count: (n) =>
      n === 0
        ? 'There is nobody to send it to just now.'
        : n === 1
          ? 'It goes to 1 person.'
          : `It goes to ${n} people.`,
    rested: (n) => (n === 0 ? '' : `${n} had a greeting less than a week ago and will not get another.`),
    unknown: (n) =>
      n === 0
        ? ''
        : `${n} have never opened the page. We cannot reach them from here. Write to them in the course room. You are welcome to use the words below.`,
    whoReads:
      'Each person gets it on their own and cannot see who else gets it. It is on their front page when they open the course. No e-mail or text message is sent about it.',
    ask: 'Your greeting',
    hint: 'Change it so that it sounds like you. Do not write about any one person. Everyone gets the same words.',
    yourInstructor: 'your instructor',
    draft: {
      'ikke-begyndt': (name) =>
        `Hello.\n\nYou have not begun yet, and that is quite all right. You can begin with one small step when you have a little energy. Everything is saved as you go.\n\nIf something gets in the way, or you would rather talk to me first, write to me in the course room.\n\nKind regards, ${name}`,
      vaek: (name) =>
        `Hello.\n\nIt is a while since you were here. That does not matter. You are welcome, even if you only manage a little. You can join the week we are in.\n\nIf something is hard, write to me in the course room.\n\nKind regards, ${name}`,
    },
    look: 'See how it looks',
    previewTitle: 'This is how it looks',
    send: (n) => (n === 1 ? 'Send to 1 person' : `Send to ${n} people`),
    change: 'Change it',
    sent: (n) =>
      n === 0
        ? 'The greeting has been sent already.'
        : n === 1
          ? 'The greeting has been sent to 1 person.'
          : `The greeting has been sent to ${n} people.`,
    back: 'To the whole class',
  },
  progress: { sent: 'Sent', begun: 'Begun', notBegun: 'Not begun' },
  standings: {
    completed: 'Completed',
    underWay: 'Under way',
    away: 'Dropped out',
    notStarted: 'Not begun',
    unfinished: 'Not completed',
  },
  nobody: 'There are no participants yet',
  nobodyText: 'They appear on the list once they are enrolled in the course room.',
  registration: 'Numbers for the municipality',
  rule: {
    prepared: (least, weeks) => `has sent the preparation in at least ${least} of ${weeks} weeks`,
    attended: (least, webinars) => `has come to at least ${least} of ${webinars} webinars`,
    completed: {
      preparation: (prepared) => `Completed: ${prepared}.`,
      attendance: (_prepared, attended) => `Completed: ${attended}.`,
      either: (prepared, attended) => `Completed: ${prepared} or ${attended}.`,
      both: (prepared, attended) => `Completed: ${prepared} and ${attended}.`,
    },
    notNoted: 'No attendance was noted in this class. So the preparation alone counts.',
    absent: {
      all: 'Absent: webinars that the person did not come to, or said that they could not come to. Those that nobody noted are not counted.',
      untold:
        'Absent: webinars that the person did not come to without saying so beforehand. Those that nobody noted are not counted.',
    },
    away: (days) =>
      `Dropped out: not seen for ${days} days while the course runs. Anyone who comes back is counted again.`,
    noStart: 'The class has no start date. So we cannot tell who has dropped out.',
  },
  download: 'Download the list (CSV)',
  downloadHint: 'The file opens in a spreadsheet. It contains names, so look after it.',
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
    came: 'came_to_webinars',
    webinars: 'webinars_noted',
    rule: 'rule',
  },
};
