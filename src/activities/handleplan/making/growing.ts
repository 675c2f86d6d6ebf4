import type { Text } from '../../../text/texts.ts';
import { TASKS, taskId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';

const MOST_DAYS = 7;

/**
 * The card that grows while the plan is written: `public/js/planCard.js` fills it from the form's fields. Without the
 * script it stays empty and hidden, and the next page shows the card.
 */
export function growingCard({ form }: Plan, { handleplan: { summary } }: Text) {
  const line = (id: string, term: string, ...ids: string[]) => ({ id, term, isMain: false, fields: ids.map(fieldOf) });
  const days = Array.from({ length: MOST_DAYS }, (_, at) => summary.daysAWeek(at + 1));
  const lines =
    form === 'opgaver'
      ? [{ ...line('opgaver', summary.tasks, ...TASKS.map(taskId)), isMain: true }]
      : [
          { ...line('hvad', summary.what, 'hvad'), isMain: true },
          line('hvor-meget', summary.howMuch, 'hvor-meget'),
          line('hvornaar', summary.when, 'hvornaar'),
          { ...line('antal-dage', summary.days), fields: [{ ...fieldOf('antal-dage'), words: days.join('|') }] },
        ];
  return { label: summary.heading, lines };
}

/** A field of the form; `words`: what its numbers from 1 are called, separated by vertical bars. */
function fieldOf(id: string) {
  return { name: `answer.${id}`, words: '' };
}
