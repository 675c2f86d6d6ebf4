import { optionsOf } from '../../content/questions/kinds.ts';
import type { SteppedActivity } from '../../content/course.ts';
import { answerOf } from '../../responses/merge.ts';
import { cardSort as da } from '../../text/da/cardSort.ts';
import { cardSort as en } from '../../text/en/cardSort.ts';
import { goesOnAt, stepRoutes, type Stepping } from '../engine/index.ts';
import type { Kind, TakenAlong, Taking } from '../kind.ts';
import { readCardSort } from './read.ts';

const stepping: Stepping = {
  words: { da: da.form, en: en.form },
  saysWhoReads: 'always',
  drawing: 'thanks',
  needsAnswers: 'to send',
  keeps: 'all',
};

/** Cards sorted into piles by importance, and thoughts about them. */
export const cardSort: Kind<SteppedActivity> = {
  name: 'cardSort',
  words: { da: da.kind, en: en.kind },
  file: { namedBy: 'module', read: readCardSort },
  routes: (deps) => stepRoutes(deps, { name: 'cardSort', stepping }),
  stepping,
  goesOnAt,
  isGraded: true,
  isPreparation: false,
  staffRead: 'answers',
  inBrief: 'answers',
  preview: ({ steps }) => steps,
  takeAlong: firstPile,
};

/** Only the first pile: people may want to show others what matters most to them. */
function firstPile({ id, title, steps }: SteppedActivity, { answers }: Taking): TakenAlong[] {
  const cards = (steps[0]?.questions ?? []).filter((question) => question.kind === 'one');
  const first = cards[0] && optionsOf(cards[0])[0];
  const chosen = cards.filter((card) => answerOf(answers, card.id) === first?.id).map(({ ask }) => ask);
  return first && chosen.length > 0 ? [{ id, ask: `${title} ${first.label}`, words: chosen.join(' · ') }] : [];
}
