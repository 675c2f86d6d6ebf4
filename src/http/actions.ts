import { roles, type Role } from '../domain/viewer.ts';

const learners = ['participant', 'tester'] as const;
const everyone = roles;

/** The roles that may take each action. A role that is not listed may not; handlers never look at roles. */
const allowed = {
  followOwnWeek: learners,
  openActivity: everyone,
  answerActivity: learners,
  makeOwnLink: learners,
  makePlan: [...learners, 'instructor'],
  readAnswers: ['instructor'],
  resendScores: ['instructor'],
  prepareWebinar: ['instructor'],
  writeReplies: ['instructor'],
  greetClass: ['instructor'],
  readReplies: learners,
  askClass: learners,
  tendIdeas: ['instructor'],
  followClass: ['instructor'],
  noteAttendance: ['instructor'],
  tellMunicipality: ['instructor'],
  viewStatus: ['administrator', 'builder'],
  managePeople: ['administrator'],
  joinWebinar: learners,
  reportAbsence: learners,
  viewAuditLog: learners,
  chooseReminders: learners,
  setUpRoom: ['instructor'],
  readToolbox: everyone,
  keepDiary: learners,
  takeAlong: learners,
  lookBack: learners,
  seeOwnData: learners,
  eraseOwnData: learners,
  signOut: everyone,
  useWholeWindow: everyone,
  chooseLanguage: everyone,
  chooseActivities: ['instructor', 'administrator', 'builder'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof allowed;

export function can(role: Role, action: Action): boolean {
  return (allowed[action] as readonly Role[]).includes(role);
}
