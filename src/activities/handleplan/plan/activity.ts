import type { Activity } from '../../../content/course.ts';

/** A week's plan. Its questions are the same every week; the package gives the words around them. */
export interface HandleplanActivity extends Activity {
  kind: 'handleplan';
  /** Plans that other people might have made. If one of these lists is empty, an earlier week's is used. */
  examples: PlanExample[];
  /** Ways to make a plan easier, for someone who is not so sure of it. */
  easier: string[];
  /** Ideas for next time, if the plan did not work out. */
  ideas: { id: string; label: string }[];
}

/** A plan of days, or a plan of tasks; the fields of the other kind are empty. */
export interface PlanExample {
  title: string;
  what: string;
  howMuch: string;
  when: string;
  /** Days a week, 1 to 7; 0 in a plan of tasks. */
  days: number;
  tasks: string[];
  /** 0 to 10. */
  sure: number;
}

export function isHandleplan(activity: Activity): activity is HandleplanActivity {
  return activity.kind === 'handleplan';
}
