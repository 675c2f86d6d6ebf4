import type { Launch } from '../../domain/launch.ts';
import { claim } from '../launch/claimNames.ts';
import type { Claims } from '../launch/claims.ts';
import { Refusal } from '../refusal.ts';
import type { SelectionRecords } from './records.ts';
import { isReturnAddress, termsOf } from './settings.ts';

/** Records a content selection if a verified launch asks for one; returns any other launch unchanged. */
export type BeginSelection = (launch: Launch, claims: Claims) => Promise<Launch>;

interface Deps {
  selections: SelectionRecords;
  allowPrivatePlatforms: boolean;
}

export function createBeginSelection({ selections, allowPrivatePlatforms }: Deps): BeginSelection {
  return async (launch, claims) => {
    const settings = claims[claim.settings];
    if (!settings) return launch;
    if (launch.role === 'participant' || launch.role === 'tester') throw new Refusal('choosing');
    const { deep_link_return_url: returnUrl, data } = settings;
    if (!isReturnAddress(returnUrl, allowPrivatePlatforms)) throw new Refusal('claims', { reason: 'return address' });
    const selection = await selections.begin({
      platform: launch.platform,
      deployment: launch.deployment,
      context: launch.context.id,
      subject: launch.person.subject,
      returnUrl,
      data: data ?? null,
      ...termsOf(settings),
    });
    return { ...launch, selection };
  };
}
