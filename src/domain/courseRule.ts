/** What counts towards completing the course. */
export const completions = ['attendance', 'preparation', 'either', 'both'] as const;
type Completion = (typeof completions)[number];

/** Which missed webinars count as absence: all, or only those missed without notice. */
export const absenceRules = ['all', 'untold'] as const;
export type AbsenceRule = (typeof absenceRules)[number];

/**
 * When someone has completed the course, has dropped out or was absent. Operators set it; pages print it beside the
 * figures.
 */
export interface CourseRule {
  completedBy: Completion;
  /** The share of preparations and of webinars that is needed: 1 to 100. */
  completedPercent: number;
  /** This many days without a sign of activity, while the course runs, count as dropping out. */
  droppedOutDays: number;
  absenceCounts: AbsenceRule;
}

export const usualRule: CourseRule = {
  completedBy: 'either',
  // Three quarters: someone may be ill twice in eight weeks and still complete the course.
  completedPercent: 75,
  droppedOutDays: 21,
  absenceCounts: 'all',
};

/** How many of so many are needed to complete the course. */
export function leastOf(all: number, { completedPercent }: CourseRule): number {
  return Math.ceil((all * completedPercent) / 100);
}
