import type { Viewer } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import { NARROW, questionBlock } from '../questionBlock.ts';
import type { Recognised } from './recognised.ts';
import { toolsFor } from './tools.ts';
import type { Blocks, BriefInput } from './input.ts';

/** What was said about those co-participants whom somebody met. */
export function peoplePart(all: Recognised[], input: BriefInput, blocks: Blocks) {
  const people = all.filter(({ met }) => met > 0).map((one) => personPart(one, input, blocks));
  const isOpen = (id: string) => id === blocks.paging.question;
  return { people, isPersonOpen: people.some(({ questions }) => questions.some(({ id }) => isOpen(id))) };
}

/** What was said about a co-participant, question by question. */
function personPart(one: Recognised, input: BriefInput, blocks: Blocks) {
  const { scenario, met } = input.gathered;
  const tools = scenario && toolsFor(input, scenario.id);
  const viewOf = () => NARROW;
  const questions = one.steps.flatMap((step) =>
    step.questions.map((question) => questionBlock({ question, step }, { ...blocks, sent: met, viewOf, tools })),
  );
  return { name: one.name, questions };
}

/** How many of those who met a co-participant recognise themselves. */
export function peopleChart(people: Recognised[], language: Viewer['language']) {
  const text = texts[language].instructor.people;
  const most = Math.max(1, ...people.map(({ met }) => met));
  return people
    .filter(({ met }) => met > 0)
    .map(({ name, met, know }) => ({
      label: name,
      count: text.know(know, met),
      share: Math.round((100 * know) / most),
    }));
}
