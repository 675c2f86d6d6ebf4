import type { Activity } from '../../content/course.ts';

/** A week's plan. What it asks for is the same every week; the package gives the words around it. */
export interface HandleplanActivity extends Activity {
  kind: 'handleplan';
  /** Plans that others might have made. Any of these lists may be empty: an earlier week's is then used. */
  examples: PlanExample[];
  /** Ways to make a plan easier, for someone who is not so sure of it. */
  easier: string[];
  /** Ideas for next time, when the plan did not hold. */
  ideas: { id: string; label: string }[];
}

/** A plan of days, or one of tasks; the other's fields are empty. */
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
