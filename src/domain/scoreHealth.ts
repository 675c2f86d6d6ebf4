/** How the delivery of scores to one platform is going. */
export interface PlatformScores {
  /** In milliseconds since 1970, to ten minutes; undefined where none has been delivered yet. */
  lastDeliveredAt: number | undefined;
  /** Scores that have been tried in vain and are to be tried again. */
  waiting: number;
  /** Scores that wait for a column. */
  columnless: number;
  /** Scores that have been given up, until someone asks for another try. */
  stopped: number;
}

export interface ScoreHealth {
  of(platform: string): Promise<PlatformScores>;
}
