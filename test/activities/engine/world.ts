import type { Courses } from '../../../src/content/course.ts';
import type { Launch } from '../../../src/domain/launch.ts';
import { testApp } from '../../support/testApp.ts';
import { browser } from './browser.ts';
import { course as small } from './course.ts';

export const HOUR = 60 * 60 * 1000;

/** The whole tool with a small course; who arrives comes to one activity of it. */
export async function prepWorld(about: { courses?: Courses; activity?: string } = {}) {
  const { courses = { da: small }, activity: id = 'modul-1-forberedelse' } = about;
  const app = await testApp({ courses, at: '2026-11-21T09:42:10Z' });
  const { store, rooms, responses, schedules } = app.deps;
  return {
    ...app,
    store,
    rooms,
    responses,
    schedules,
    arrive: async (change: Partial<Launch> = {}) => {
      const { cookie, home, room, person } = await app.arrive(change);
      const of = { room: room.id, person: person.id, activity: id };
      return { ...browser(app.origin, cookie), cookie, activity: `${home}/aktivitet/${id}`, of };
    },
  };
}

export type PrepWorld = Awaited<ReturnType<typeof prepWorld>>;
