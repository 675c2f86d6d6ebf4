import { texts } from '../../text/texts.ts';
import type { Kind } from '../kind.ts';
import type { HandleplanActivity } from './plan/activity.ts';
import { readHandleplan } from './read.ts';
import { handleplanRoutes } from './routes.ts';
import { ideasOf } from './plan/subject.ts';

/** A week's plan. */
export const handleplan: Kind<HandleplanActivity> = {
  name: 'handleplan',
  words: { da: texts.da.kinds.handleplan, en: texts.en.kinds.handleplan },
  file: { namedBy: 'module', read: readHandleplan },
  routes: handleplanRoutes,
  stepping: undefined,
  isGraded: true,
  isPreparation: false,
  staffRead: 'plans',
  inBrief: 'plans',
  preview: () => [],
  asksBesides: ({ id }, course) => {
    const { ideer } = texts.da.handleplan.fields;
    return [{ kind: 'many', id: 'ideer', ...ideer, required: false, options: ideasOf(course, id) }];
  },
  // Whole plans are offered instead, including those made after the course: `plansToTake`.
  takeAlong: () => [],
};
