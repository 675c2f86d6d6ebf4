import type { attendance as danish } from '../da/attendance.ts';

export const attendance: typeof danish = {
  link: 'Attendance',
  linkText: 'Tick those who came to the webinar.',
  title: (week) => `Who came to the webinar in week ${week}?`,
  when: (day) => `The webinar is on ${day}.`,
  lead: 'Tick when you can. The list need not be right at once. You can always change it.',
  fast: 'The quickest way is to tick those who came and then press “Save. The rest did not come”.',
  weeks: 'Webinars',
  notNoted: 'not noted',
  came: (n) => `${n} came`,
  told: 'Said beforehand that they could not come.',
  states: { came: 'Came', phone: 'Came by phone', away: 'Did not come', unknown: 'Do not know' },
  save: 'Save',
  rest: 'Save. The rest did not come',
  saved: (came, all) => `The list is saved. ${came} of ${all} came.`,
  back: 'To the whole class',
  whoReads:
    'You and the other instructors of the class can see the list. Participants can see their own attendance in their data, and that it was noted. The numbers are part of what is sent to the municipality.',
  nobody: 'There are no participants yet',
  nobodyText: 'They appear on the list once they are enrolled in the course room.',
};
