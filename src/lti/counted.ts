import type { Measures, PlatformService } from '../domain/measures.ts';
import { FetchFailed } from './publicFetch.ts';

interface About {
  measures: Measures;
  /** Id of the platform's registration. */
  platform: string;
  service: PlatformService;
}

/** Counts whether a platform's service answers; resolves and rejects as `asking` does. */
export async function counted<Answer>(
  asking: Promise<Answer>,
  { measures, platform, service }: About,
): Promise<Answer> {
  try {
    const answer = await asking;
    measures.platform(platform, service, 'ok');
    return answer;
  } catch (error) {
    measures.platform(platform, service, error instanceof FetchFailed ? error.fault : 'failed');
    throw error;
  }
}
