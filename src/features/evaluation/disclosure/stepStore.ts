import type { CollectionSchema, Store } from '../../../store/port.ts';
import { upsert } from '../../../store/update.ts';

/** Numbers by question: 1 and up, or for a change, the later answer minus the earlier one. */
export type Values = Readonly<Record<string, number>>;

/**
 * Five or more people whose answers entered the figures together. A step never changes, even if some of them are
 * erased.
 */
export interface FigureStep {
  /** Id of the survey, or of the change. */
  about: string;
  people: number;
  /** By question: how many people have each number. */
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Whether the room shows it separately; otherwise it is shown only together with other rooms. */
  isTold: boolean;
}

/** A person whose answers are in steps: which steps, and the answers at that time. */
export interface Member {
  person: string;
  /** By survey or change: the step's number, from 0. */
  steps: Readonly<Record<string, number>>;
  /** By survey. */
  values: Readonly<Record<string, Values>>;
  /** Surveys whose answers were given to an evaluator row by row, and so count as known. */
  rows?: readonly string[];
}

export interface RoomSteps {
  room: string;
  steps: readonly FigureStep[];
  members: readonly Member[];
}

/** What has entered the figures of each room, in one document: two people who look at once see the same steps. */
export interface EvaluationSteps {
  /**
   * @param change returns its argument if nothing is added; may be called again with what another process has written
   */
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
