import type { SteppedActivity } from '../../content/course.ts';
import { texts } from '../../text/texts.ts';
import { goesOnAt, stepRoutes, type Stepping } from '../engine/index.ts';
import type { Kind } from '../kind.ts';
import { readScenario } from './read.ts';

const stepping: Stepping = {
  words: { da: texts.da.scenario, en: texts.en.scenario },
  restart: { da: texts.da.scenario.another, en: texts.en.scenario.another },
  saysWhoReads: 'at texts',
  drawing: 'together',
  needsAnswers: 'to send',
  keeps: 'all',
};

/** Digital co-participants: the person chooses whom to meet, and shapes that person's story with their own choices. */
export const scenario: Kind<SteppedActivity> = {
  name: 'scenario',
  words: { da: texts.da.kinds.scenario, en: texts.en.kinds.scenario },
  file: { namedBy: 'module', read: readScenario },
  routes: (deps) => stepRoutes(deps, { name: 'scenario', stepping }),
  stepping,
  goesOnAt,
  isGraded: true,
  isPreparation: false,
  staffRead: 'answers',
  inBrief: 'people',
  preview: () => [],
  takeAlong: () => [],
};
