import { EVERYTHING, type Gradebooks } from '../rooms/gradebooks.ts';
import type { Responses } from './responses.ts';
import type { CombinedScores } from './combinedScores.ts';

interface Parts {
  responses: Responses;
  combinedScores: CombinedScores;
  rooms: { gradebooks: Gradebooks };
}

/** Wakes the worker when there is something to report, and releases waiting reports when a column appears. */
export function connectReports(
  { responses, combinedScores, rooms: { gradebooks } }: Parts,
  reporter: { wake(inMs?: number): void },
): void {
  const wake = () => reporter.wake();
  responses.onReport(wake);
  combinedScores.onReport(wake);
  gradebooks.onWanted((inMs) => reporter.wake(inMs));
  gradebooks.onNews(async (room, news) => {
    const resourceIds = news.includes(EVERYTHING) ? undefined : news;
    await responses.columnsAppeared(room, resourceIds);
    await combinedScores.columnsAppeared(room, resourceIds);
  });
}
