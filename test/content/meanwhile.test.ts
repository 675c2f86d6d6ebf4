import { expect } from 'chai';
import { shippedCourse } from '../support/shippedCourse.ts';

describe('the fellow students of TÆTTERE PÅ JOB', () => {
  it('are all told of since last week, where one chooses whom to meet, from the second week on', async () => {
    const { da, en } = await shippedCourse();
    for (const module of [...da.modules.slice(1), ...en!.modules.slice(1)]) {
      const told = module.activities.flatMap(({ steps = [] }) => steps).find(({ id }) => id === 'moed')!.html;
      for (const name of ['Lone', 'Kasper', 'Farida', 'Bent', 'Sofie', 'Magnus'])
        expect(told, module.id).to.include(`<strong>${name}</strong>`);
    }
  });
});
