import { syncCauseOf } from '../../domain/syncCause.ts';
import type { Language } from '../../domain/viewer.ts';
import type { CombinedScore } from '../../responses/combinedScores.ts';
import { createNamer } from '../../text/names.ts';
import { texts } from '../../text/texts.ts';
import { partName } from '../combinedScores/index.ts';
import type { ParticipantRow } from './rows.ts';

interface MissingInput {
  rows: ParticipantRow[];
  combined: CombinedScore[];
  language: Language;
}

/** The grades of weeks and of the whole course that were given up: whose, which, and why. No activity's page has them. */
export function missingGrades({ rows, combined, language }: MissingInput) {
  const named = createNamer(language);
  const { causes } = texts[language].instructor.sync;
  return rows.flatMap(({ participant }) =>
    combined
      .filter(({ person }) => person === participant.person)
      .flatMap(({ reports }) => reports)
      .filter(({ state }) => state === 'stopped')
      .map(({ resourceId, cause }) => ({
        who: named(participant),
        part: partName(resourceId, language),
        why: causes[syncCauseOf(cause)],
      })),
  );
}
