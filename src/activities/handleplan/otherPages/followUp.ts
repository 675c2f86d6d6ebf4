import type { Language } from '../../../domain/viewer.ts';
import { answerOf } from '../../../responses/merge.ts';
import type { ResponseRecord } from '../../../responses/responses.ts';
import { texts } from '../../../text/texts.ts';
import { planOf, type PlanOutcome, type Plan } from '../plan/plan.ts';

/** The plans of a week, as far as they may be counted. */
export interface PlanNumbers {
  /** How many have made a plan, and how many of those plans are shared with the instructor. */
  made: number;
  shared: number;
  /**
   * Of the shared plans: how many were carried out wholly or partly as written, and how many were not, or were changed.
   */
  done: number;
  stuck: number;
}

export function planNumbers(responses: ResponseRecord[]): PlanNumbers {
  const made = responses.filter(({ completedAt }) => completedAt > 0);
  const plans = sharedIn(made).map(({ sent }) => planOf(sent));
  const went = (...outcomes: PlanOutcome[]) =>
    plans.filter(({ outcome }) => outcome !== '' && outcomes.includes(outcome)).length;
  return {
    made: made.length,
    shared: plans.length,
    done: went('gennemfoert', 'delvist'),
    stuck: went('ikke', 'aendret'),
  };
}

/** The plans that the instructor may read. */
export function sharedIn(made: ResponseRecord[]) {
  return made.flatMap(({ person, sent }) => (sent && planOf(sent).reader === 'instruktoer' ? [{ person, sent }] : []));
}

interface Counted {
  label: string;
  count: number;
  /** 0 to 100, as a share of all plans. */
  share: number;
}

/** How the week went, in the form that `views/partials/bars.hbs` takes; empty if there is no plan. */
export function outcomesOf(plans: Plan[], language: Language): Counted[] {
  const { close } = texts[language].handleplan;
  const outcomes: (PlanOutcome | '')[] = ['gennemfoert', 'delvist', 'ikke', 'aendret', ''];
  return plans.length === 0
    ? []
    : outcomes
        .map((outcome) => {
          const count = plans.filter((plan) => plan.outcome === outcome).length;
          const label = outcome === '' ? close.open : close.outcomes[outcome];
          return { label, count, share: Math.round((100 * count) / plans.length) };
        })
        .filter(({ count }) => count > 0);
}

/** How many have chosen each idea for the next plan, most chosen first; ideas that nobody chose are left out. */
export function ideasChosen(shared: ReturnType<typeof sharedIn>, ideas: { id: string; label: string }[]): Counted[] {
  return ideas
    .map(({ id, label }) => {
      const count = shared.filter(({ sent }) => [answerOf(sent, 'ideer') ?? []].flat().includes(id)).length;
      return { label, count, share: Math.round((100 * count) / Math.max(1, shared.length)) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
