import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { leastOf, webinarsOf, weeksWithPrep, type ClassInput } from './rows.ts';
import { completedBy } from './standing.ts';

/** The rules for "completed", "dropped out" and "absent" in words, because the numbers are passed on to others. */
export function ruleInWords(input: ClassInput, language: Language): string[] {
  const { rule } = texts[language].classOverview;
  const { least: leastCame, of } = webinarsOf(input);
  const least = leastOf(input);
  const by = completedBy({ least, leastCame, rule: input.rule });
  const prepared = rule.prepared(least, weeksWithPrep(input));
  return [
    rule.completed[by](prepared, rule.attended(leastCame, of)),
    ...(leastCame === 0 ? [rule.notNoted] : []),
    input.running ? rule.away(input.rule.droppedOutDays) : rule.noStart,
    rule.absent[input.rule.absenceCounts],
  ];
}
