import { openStore } from '../../../src/store/openStore.ts';
import { describeWithMongo, mongoForBlock } from '../../support/mongo.ts';
import { describeStore } from '../contract.ts';
import { KEY_A } from '../support/keys.ts';

describeWithMongo('engine on MongoDB', () => {
  const mongo = mongoForBlock();
  describeStore('MongoDB', () => openStore({ databaseUrl: mongo().database(), dataKeys: [KEY_A] }));
});
