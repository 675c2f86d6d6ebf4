import type { Courses } from '../../../src/content/course.ts';
import type { Launch } from '../../../src/domain/launch.ts';
import { testApp } from '../../support/testApp.ts';
import { courses as threeWeeks } from '../room/course.ts';
import { browser } from '../../activities/engine/browser.ts';

/** The whole tool with a course of three weeks, on a Tuesday. */
export async function diaryWorld(courses: Courses = threeWeeks) {
  const app = await testApp({ courses, at: '2026-11-24T09:42:10Z' });
  const { responses, diaryWeeks, symptomCircles, store } = app.deps;
  return {
    ...app,
    responses,
    diaryWeeks,
    symptomCircles,
    store,
    arrive: async (change: Partial<Launch> = {}) => {
      const { cookie, home, room, person } = await app.arrive(change);
      return { ...browser(app.origin, cookie), cookie, home, of: { room: room.id, person: person.id } };
    },
  };
}

export type DiaryWorld = Awaited<ReturnType<typeof diaryWorld>>;
export type Visitor = Awaited<ReturnType<DiaryWorld['arrive']>>;

export const bo = { person: { subject: '5', name: 'Bo' } } as const;
export const teacher = { role: 'instructor', person: { subject: '9', name: 'Ib' } } as const;
export const elsewhere = { context: { id: '3', title: 'Hold 8' } } as const;
