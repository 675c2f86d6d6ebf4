import type { CollectionSchema, Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';
import { takeIn, type Ready, type RoomSteps, type SurveyOf } from './steps.ts';

const schema: CollectionSchema<RoomSteps, 'room'> = {
  name: 'evaluation_steps',
  indexes: [['room']],
  encrypted: ['steps', 'members'],
};

/** What has come into the figures of each room, in one document: two who look at once see the same steps. */
export interface EvaluationSteps {
  /** Takes in what is ready, where that is enough; gives all that is in. */
  takeIn(room: string, given: { ready: Ready; surveyOf: SurveyOf }): Promise<RoomSteps>;
}

export const createEvaluationSteps = async (store: Store): Promise<EvaluationSteps> => {
  const collection = await store.collection(schema);
  return {
    takeIn: async (room, given) => {
      const nothing: RoomSteps = { room, steps: [], members: [] };
      const stored = await upsert(collection, room, {
        first: () => nothing,
        change: (before) => takeIn(before, given),
      });
      return stored.doc;
    },
  };
};
