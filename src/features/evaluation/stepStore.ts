import type { CollectionSchema, Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';

/** Numbers by question: 1 and up, or for a change the later answer less the earlier one. */
export type Values = Readonly<Record<string, number>>;

/** Five people or more whose answers came into the figures at once. It never changes, also where some of them are erased. */
export interface Step {
  /** Id of the survey, or which change. */
  about: string;
  people: number;
  /** By question: how many have each number. */
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Whether the room tells it of itself; else it is only told together with other rooms. */
  isTold: boolean;
}

/** Someone whose answers are in steps: in which, and what they were then. */
export interface Member {
  person: string;
  /** By what it is about: the step's number, from 0. */
  steps: Readonly<Record<string, number>>;
  /** By survey. */
  values: Readonly<Record<string, Values>>;
}

export interface RoomSteps {
  room: string;
  steps: readonly Step[];
  members: readonly Member[];
}

/** What has come into the figures of each room, in one document: two who look at once see the same steps. */
export interface EvaluationSteps {
  /** @param change gives the same where nothing comes in; may be called again with what another has written meanwhile */
  change(room: string, change: (before: RoomSteps) => RoomSteps): Promise<RoomSteps>;
}

const schema: CollectionSchema<RoomSteps, 'room'> = {
  name: 'evaluation_steps',
  indexes: [['room']],
  encrypted: ['steps', 'members'],
};

export async function createEvaluationSteps(store: Store): Promise<EvaluationSteps> {
  const collection = await store.collection(schema);
  return {
    change: async (room, change) => {
      const stored = await upsert(collection, room, { first: () => ({ room, steps: [], members: [] }), change });
      return stored.doc;
    },
  };
}
