import type { RequestHandler } from 'express';
import type { Core } from '../core.ts';
import { originalCourse } from '../course/courses.ts';
import { enrolled, type Person } from '../course/people.ts';
import { everyone, forPerson } from './guard.ts';
import { personName, show, textFor } from './show.ts';

const participants = enrolled.filter((person) => person.kind === 'participant');

/** One row per person, one column per line item; a participant sees only their own row. */
async function tableFor(core: Core, shown: readonly Person[]) {
  const columns = await core.lineItems.of(originalCourse.id);
  const grades = await core.grades.all();
  const cell = (person: Person, lineItem: string, maximum: number) => {
    const grade = grades.find((each) => each.person === person.id && each.lineItem === lineItem);
    return { score: grade?.score ?? null, graded: (grade?.score ?? null) !== null, maximum, comment: grade?.comment };
  };
  return {
    columns: columns.map((column) => column.label),
    rows: shown.map((person) => ({
      person,
      cells: columns.map((column) => cell(person, column.id, column.scoreMaximum)),
    })),
  };
}

export function gradebookPage(core: Core): RequestHandler {
  return forPerson(core, everyone, async ({ req, res, person }) => {
    const text = textFor(req);
    const own = person.kind === 'participant';
    const table = await tableFor(core, own ? [person] : participants);
    const model = {
      columns: table.columns,
      rows: table.rows.map((row) => ({ ...row, name: personName(text, row.person) })),
    };
    const title = own ? text.gradebook.own : text.gradebook.title;
    await show(core, { req, res, view: 'gradebook', title, here: 'gradebook', model });
  });
}
