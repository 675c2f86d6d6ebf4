import type { PlanNumbers } from '../../../activities/handleplan/index.ts';
import type { Course, Module } from '../../../content/course.ts';
import type { Schedule } from '../../../domain/schedule.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { Star } from '../instructorNotes.ts';
import type { ChosenIdea } from '../../ideas/index.ts';
import type { Reply } from '../../replies/index.ts';
import { questionBlock, type Paging } from '../questionBlock.ts';
import type { Gathered } from './gather.ts';

export interface BriefInput {
  course: Course;
  module: Module;
  viewer: Viewer;
  schedule: Schedule;
  /** Milliseconds since 1970, like `since`: the previous visit, 0 if there was none. */
  now: number;
  since: number;
  gathered: Gathered;
  stars: Star[];
  /** For the previous week; undefined if that has no plan. */
  plans: PlanNumbers | undefined;
  /** All replies in the room. */
  replies: Reply[];
  /** What the instructor has chosen of the class's ideas. */
  ideas: ChosenIdea[];
  paging: Paging;
}

export type Blocks = Omit<Parameters<typeof questionBlock>[1], 'sent' | 'tools'>;
