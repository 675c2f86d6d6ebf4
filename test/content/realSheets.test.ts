import { expect } from 'chai';
import { shippedCourse } from '../support/shippedCourse.ts';

describe('the running sheets of TÆTTERE PÅ JOB', () => {
  it('are there for each webinar of both rhythms, and name the tools as participants see them', async () => {
    const { da, en } = await shippedCourse();
    for (const { modules, toolbox, runningSheets } of [da, en!]) {
      const sheets = runningSheets?.sheets.map(({ module }) => module) ?? [];
      expect(sheets).to.include.members([...modules.map(({ id }) => id), 'soevn-og-humoer']);
      const titles = toolbox?.tools.map(({ title }) => title) ?? [];
      const named = runningSheets?.guide.names.pairs.flatMap(({ here }) => here.replace(/ \(.*\)$/, '').split('; '));
      const known = [...titles, 'Symptomcirkel', 'Symptom circle', 'Humørdagbog', 'Mood diary'];
      expect(known).to.include.members(named ?? []);
    }
  });
});
