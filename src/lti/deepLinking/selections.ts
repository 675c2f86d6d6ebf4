import { createHash } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { SelectionAnswer, SelectionOwner, Selections } from './selection.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { Platform } from '../platforms/record.ts';
import type { SecretBox } from '../secretBox.ts';
import { MESSAGE_LIFETIME, signedAnswer } from './message.ts';
import type { SelectionRecord, SelectionRecords } from './records.ts';

interface Deps {
  selections: SelectionRecords;
  platforms: Platforms;
  box: SecretBox;
  toolUrl: string;
  clock: Clock;
}

function isOwnedBy(record: SelectionRecord, owner: SelectionOwner): boolean {
  return (
    record.platform === owner.platform &&
    record.deployment === owner.deployment &&
    record.context === owner.context &&
    record.subject === owner.subject
  );
}

function hashOf(answer: SelectionAnswer): string {
  return createHash('sha256').update(JSON.stringify(answer)).digest('base64url');
}

/** False if the answer holds anything that the platform did not say it accepts; such an answer is not sent. */
function isWithin(record: SelectionRecord, { items }: SelectionAnswer): boolean {
  return items.length <= (record.several ? Infinity : 1) && (record.activities || items.length === 0);
}

/**
 * Content selections for the pages that show them. Each selection gets one answer. Repeating the same press (a double
 * press without scripts, a reload) returns the same signed message: the platform accepts its nonce only once.
 */
export function createSelections({ selections, platforms, box, toolUrl, clock }: Deps): Selections {
  const open = async (id: string, owner: SelectionOwner): Promise<SelectionRecord | undefined> => {
    const record = await selections.get(id);
    return record && isOwnedBy(record, owner) ? record : undefined;
  };
  const activePlatform = async (id: string): Promise<Platform | undefined> => {
    const platform = await platforms.get(id);
    return platform?.status === 'active' ? platform : undefined;
  };

  return {
    find: async (id, owner) => {
      const record = await open(id, owner);
      if (!record) return undefined;
      const { activities, several, columns, answer } = record;
      return { activities, several, columns, answered: answer !== '' };
    },
    answer: async (id, owner, answer) => {
      const record = await open(id, owner);
      const platform = record && (await activePlatform(record.platform));
      if (!platform || !isWithin(record, answer)) return undefined;
      const now = clock();
      const hash = hashOf(answer);
      const settled = await selections.settle(id, {
        answer: hash,
        message: signedAnswer({ record, platform, answer, toolUrl, box, now }),
        expiresAt: now + MESSAGE_LIFETIME,
      });
      if (settled?.answer !== hash) return undefined;
      return { address: settled.returnUrl, fields: [{ name: 'JWT', value: settled.message }] };
    },
  };
}
