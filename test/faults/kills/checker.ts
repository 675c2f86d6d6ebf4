import { expect } from 'chai';
import type { Journey } from './journal.ts';
import type { recordScores } from './scoreRecord.ts';
import { arrive, isReceipt, type World } from './visitor.ts';

/** What was promised is there; where a later text was sent and not answered, that may be there instead. */
export async function expectKept(world: World, journey: Journey): Promise<void> {
  const { client, page } = await arrive(world, journey);
  if (journey.sendings.acknowledged > 0)
    expect(isReceipt(page), `${page.url}: what was sent stays sent`).to.equal(true);
  if (journey.sendings.begun === 0) expect(isReceipt(page), `${page.url}: nobody sent it`).to.equal(false);
  const pages = new Map<string, string>();
  for (const [name, { step, acknowledged, unanswered }] of journey.fields) {
    if (acknowledged === '') continue;
    const address = page.url.replace(/\/(kvittering|trin\/\d+).*$/, step);
    const html = pages.get(step) ?? (await client.get(address)).html;
    pages.set(step, html);
    const isThere = [acknowledged, ...unanswered].some((text) => html.includes(text));
    expect(isThere, `${address} ${name} holds "${acknowledged}"`).to.equal(true);
  }
}

/** Cells of the gradebook that must be full now: those of all who have sent. */
export async function gradesOf(journeys: Journey[]) {
  const courses = new Set(journeys.map(({ course }) => course));
  const grades = await Promise.all([...courses].map(async (course) => ({ course, grades: await course.grades() })));
  const missing = journeys.filter(
    ({ course, person, sendings }) =>
      sendings.acknowledged > 0 &&
      !grades.some((each) => each.course === course && each.grades.some((grade) => grade.person === person)),
  );
  const uncalledFor = grades.flatMap((each) =>
    each.grades.filter(({ person }) =>
      journeys.some(
        ({ course, person: who, sendings }) => course === each.course && who === person && sendings.begun === 0,
      ),
    ),
  );
  return { missing, uncalledFor, count: grades.flatMap((each) => each.grades).length };
}

/** Each cell was told one score with one time, and the platform took it once; whatever was told again was the same. */
export function expectToldOnce(scores: ReturnType<typeof recordScores>): void {
  for (const [cell, told] of scores.cells()) {
    const times = [...new Set(told.map(({ timestamp }) => timestamp))];
    expect(times, `${cell}: one score`).to.have.length(1);
    expect(told.filter(({ status }) => status === 200).length, `${cell}: taken once`).to.be.at.most(1);
  }
}
