import type { Role } from '../domain/viewer.ts';

/** Who may do what. A role that is not named may not; handlers never look at roles. */
const allowed = {
  followOwnWeek: ['participant'],
  openActivity: ['participant', 'instructor', 'administrator'],
  answerActivity: ['participant'],
  makeOwnLink: ['participant'],
  makePlan: ['participant', 'instructor'],
  readAnswers: ['instructor'],
  resendScores: ['instructor'],
  prepareWebinar: ['instructor'],
  writeReplies: ['instructor'],
  readReplies: ['participant'],
  followClass: ['instructor'],
  watchOperation: ['administrator'],
  lookAfterPeople: ['administrator'],
  joinWebinar: ['participant'],
  tellAbsence: ['participant'],
  seeWhoRead: ['participant'],
  chooseReminders: ['participant'],
  setUpRoom: ['instructor'],
  readToolbox: ['participant', 'instructor', 'administrator'],
  keepDiary: ['participant'],
  takeAlong: ['participant'],
  seeOwnData: ['participant'],
  eraseOwnData: ['participant'],
  signOut: ['participant', 'instructor', 'administrator'],
  chooseLanguage: ['participant', 'instructor', 'administrator'],
  chooseActivities: ['instructor', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof allowed;

export const can = (role: Role, action: Action): boolean => (allowed[action] as readonly Role[]).includes(role);
