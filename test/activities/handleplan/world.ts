import type { HandleplanActivity } from '../../../src/activities/handleplan/plan/activity.ts';
import type { Course } from '../../../src/content/course.ts';
import type { Launch } from '../../../src/domain/launch.ts';
import { browser } from '../engine/browser.ts';
import { testApp } from '../../support/testApp.ts';

export const DAY = 24 * 60 * 60 * 1000;

const first: HandleplanActivity = {
  id: 'modul-1-handleplan',
  kind: 'handleplan',
  title: 'Handleplan 1',
  intro: 'Et lille løfte.',
  minutes: 5,
  version: 'v1',
  examples: [{ title: 'En tur', what: 'Gå', howMuch: '10 minutter', when: 'Morgen', days: 3, tasks: [], sure: 8 }],
  easier: ['Skær det midt over.'],
  ideas: [
    { id: 'mindre', label: 'Gør den mindre' },
    { id: 'sammen', label: 'Sammen med en ven' },
  ],
};
const second = { ...first, id: 'modul-2-handleplan', title: 'Handleplan 2', examples: [], easier: [], ideas: [] };

const course: Course = {
  id: 'proeve',
  title: 'Prøve',
  variants: [],
  mediaHosts: [],
  hardMoments: '<p>Ring 112</p>',
  modules: [{ id: 'modul-1', number: 1, title: 'Start', summary: '', activities: [first, second] }],
};

/** The whole tool with a course of two plans, on a Tuesday. */
export async function planWorld() {
  const app = await testApp({ courses: { da: course }, at: '2026-11-24T09:42:10Z' });
  return {
    ...app,
    responses: app.deps.responses,
    arrive: async (change: Partial<Launch> = {}) => {
      const { cookie, home, room, person } = await app.arrive({ activity: first.id, ...change });
      const of = { room: room.id, person: person.id, activity: first.id };
      return { ...browser(app.origin, cookie), cookie, home, plan: `${home}/aktivitet/${first.id}`, of };
    },
  };
}

export type PlanWorld = Awaited<ReturnType<typeof planWorld>>;
export type Visitor = Awaited<ReturnType<PlanWorld['arrive']>>;

/** Makes a plan of days, from its first step on. */
export async function makePlan(
  who: Pick<Visitor, 'open' | 'press' | 'plan'>,
  fill: Record<string, string> = {},
  at = who.plan,
) {
  const begun = await who.press({ page: await who.open(`${at}/trin/begynd`), intent: 'next' });
  const written = { 'answer.hvad': 'Jeg går en tur', 'answer.antal-dage': '3', 'answer.tro': '8', ...fill };
  const made = await who.press({ page: begun, intent: 'send', fill: written });
  return made.path.endsWith('/lettere') ? who.press({ page: made, intent: 'send' }) : made;
}
