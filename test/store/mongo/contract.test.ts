import { openStore } from '../../../src/store/openStore.ts';
import { describeWithMongo, mongoForBlock } from '../../support/mongo.ts';
import { describeStore } from '../contract.ts';
import { describeEngine } from '../contract/engine.ts';
import { KEY_A } from '../support/keys.ts';

describeWithMongo('engine on MongoDB', () => {
  const mongo = mongoForBlock();
  describeEngine('MongoDB', () => mongo().database());
  describeStore('MongoDB', () => openStore({ databaseUrl: mongo().database(), dataKeys: [KEY_A] }));
});
