/** Runs a job one at a time. A call during a run causes one more run after it, so that no call is missed. */
export interface Runner {
  call(): void;
  /** Resolves when no run is under way. */
  idle(): Promise<void>;
}

/** `job` must not reject. */
export function createRunner(job: () => Promise<void>): Runner {
  const calls = { made: 0, served: 0 };
  let underWay: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (calls.served < calls.made) {
      calls.served = calls.made;
      await job();
    }
    underWay = undefined;
  };

  return {
    call: () => {
      calls.made += 1;
      underWay ??= run();
    },
    idle: () => underWay ?? Promise.resolve(),
  };
}
