import { expect } from 'chai';
import { loadCourse } from '../../src/activities/course.ts';
import { faultsOf, sampleFiles, withPackage, type Changes } from './samplePackage.ts';

const PLAN = `kind: handleplan
id: modul-1-handleplan
title: Din plan
intro: Et lille løfte.
minutes: 5
examples:
  - kind: days
    title: En tur
    what: Jeg går en tur
    howMuch: 10 minutter
    when: Om morgenen
    days: 3
    sure: 8
  - kind: tasks
    title: To ting
    tasks: [Ringe, Skrive]
    sure: 7
`;

function withPlan(danish: string, english = danish): Changes {
  return {
    'da/modul-1/module.yaml': `${sampleFiles['da/modul-1/module.yaml'] ?? ''}  - plan.yaml\n`,
    'en/modul-1/module.yaml': `${sampleFiles['en/modul-1/module.yaml'] ?? ''}  - plan.yaml\n`,
    'da/modul-1/plan.yaml': danish,
    'en/modul-1/plan.yaml': english,
  };
}

describe('a handleplan in a package', () => {
  it('is read, with examples of days and of tasks', async () => {
    const { da } = await withPackage(withPlan(PLAN), loadCourse);
    const plan = da.modules[0]!.activities[1]!;
    expect(plan).to.deep.include({ kind: 'handleplan', id: 'modul-1-handleplan', minutes: 5, easier: [], ideas: [] });
    expect(plan.version).to.match(/^[0-9a-f]{16}$/);
  });

  const faults: [string, string, string][] = [
    ['days: 3', 'days: 8', 'da/modul-1/plan.yaml:12: examples[0].days is too large; use at most 7'],
    ['kind: tasks', 'kind: task', 'da/modul-1/plan.yaml:14: examples[1].kind is "task"; use days or tasks'],
    ['    when: Om morgenen\n', '', 'da/modul-1/plan.yaml:7: examples[0].when is missing; add it'],
    ['minutes: 5', 'minutter: 5', 'da/modul-1/plan.yaml:5: minutter is not known here; correct the word or remove it'],
  ];
  for (const [before, after, fault] of faults) {
    it(`tells file and line of ${after || 'what is missing'}`, async () => {
      expect(await faultsOf(withPlan(PLAN.replace(before, after), PLAN))).to.include(fault);
    });
  }
});
