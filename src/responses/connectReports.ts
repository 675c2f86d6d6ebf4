import { EVERYTHING, type Gradebooks } from '../rooms/gradebooks.ts';
import type { Responses } from './responses.ts';
import type { Standings } from './standings.ts';

interface Parts {
  responses: Responses;
  standings: Standings;
  rooms: { gradebooks: Gradebooks };
}

/** What is to be told wakes the worker; a column that appears lets go what waits for it. */
export function connectReports(
  { responses, standings, rooms: { gradebooks } }: Parts,
  reporter: { wake(): void },
): void {
  const wake = () => reporter.wake();
  responses.onReport(wake);
  standings.onReport(wake);
  gradebooks.onWanted(wake);
  gradebooks.onNews(async (room, news) => {
    const resourceIds = news.includes(EVERYTHING) ? undefined : news;
    await responses.columnsAppeared(room, resourceIds);
    await standings.columnsAppeared(room, resourceIds);
  });
}
