import { isInWords, optionsOf } from '../../../content/questions/kinds.ts';
import type { Answer } from '../../../domain/answers.ts';
import { texts } from '../../../text/texts.ts';
import { barsOf, givenTo, isHardAnswer, meanOf } from '../questionBlock.ts';
import { whoIsIn } from '../whoIsIn.ts';
import { openings } from './openings.ts';
import { askedIn } from './gather.ts';
import { showable } from './stars.ts';
import { recognised } from './recognised.ts';
import { weekOf } from '../../../content/rhythm.ts';
import { TO_INSTRUCTOR, webinarOf } from './module.ts';
import { dayAndTime } from '../../../text/times.ts';
import type { BriefInput } from './input.ts';

export type PrintInput = Pick<
  BriefInput,
  'course' | 'module' | 'viewer' | 'schedule' | 'now' | 'gathered' | 'stars' | 'plans'
> & { notes: Answer | undefined };

/** Fits on two pages, however large the class. */
const MOST_STARS = 8;
const LONGEST_STAR = 300;
const LONGEST_NOTES = 1500;
const MOST_ANSWERS = 3;
const LONGEST_ANSWER = 160;

/** The brief on two sheets of paper. It contains no names, as paper is left lying around. */
export function printPage(input: PrintInput) {
  const { course, module, viewer, schedule, gathered, stars, plans } = input;
  const { language } = viewer;
  const text = texts[language].instructor;
  const { scenario, prep, now, met } = gathered;
  const people = scenario ? recognised(scenario, met) : [];
  const begins = webinarOf(course, module, input);
  const shown = showable(stars, module, gathered).filter(({ text: words }) => words !== '');
  return {
    title: text.brief.title(weekOf(course, schedule, module), module.title),
    wide: true,
    when: begins === undefined ? '' : text.brief.when(dayAndTime(begins, language)),
    counts: whoIsIn(now, language).counts,
    openings: openings({ prep, sent: now.sent, people, hasStuckPlans: (plans?.stuck ?? 0) > 0, language }).map(
      ({ heading, lead, lines, minutes }) => ({ heading, lead, lines, time: text.openings.minutes(minutes) }),
    ),
    stars: shown
      .slice(0, MOST_STARS)
      .map(({ asked, text: words }) => ({ ask: asked.question.ask, words: cut(words, LONGEST_STAR) })),
    moreStars: shown.length > MOST_STARS ? text.print.moreOnPage(shown.length - MOST_STARS) : '',
    charts: chartsOf(input),
    written: writtenIn(input),
    people: people
      .filter(({ met: meetings }) => meetings > 0)
      .map((one) => ({ name: one.name, count: text.people.know(one.know, one.met) })),
    plans: plans && [
      { label: text.plans.made, count: plans.made },
      { label: text.plans.shared, count: plans.shared },
      { label: text.plans.done, count: plans.done },
    ],
    notes: typeof input.notes === 'string' ? cut(input.notes, LONGEST_NOTES) : '',
    restOfNotes: typeof input.notes === 'string' && input.notes.length > LONGEST_NOTES ? text.print.restOnPage : '',
  };
}

/** For each question: how many wrote something, and the first few texts without names. */
function writtenIn({ gathered: { prep, now }, module, viewer: { language } }: PrintInput) {
  // What participants ask the instructor comes first, on paper too.
  const isToInstructor = ({ question }: { question: { id: string } }) => (question.id === TO_INSTRUCTOR ? 0 : 1);
  return askedIn(module)
    .filter(({ activity, question }) => activity === prep && isInWords(question))
    .sort((one, other) => isToInstructor(one) - isToInstructor(other))
    .map(({ question }) => {
      const given = givenTo(question, now.sent);
      return {
        ask: question.ask,
        answered: texts[language].instructor.answers(given.length),
        // Paper has no name to help by.
        words: given
          .filter((one) => !isHardAnswer(one))
          .slice(0, MOST_ANSWERS)
          .map(({ values }) => cut(values.join(' '), LONGEST_ANSWER)),
        more:
          given.length > MOST_ANSWERS ? texts[language].instructor.print.moreOnPage(given.length - MOST_ANSWERS) : '',
      };
    });
}

function chartsOf({ gathered: { prep, now }, viewer: { language } }: PrintInput) {
  return (prep?.steps.flatMap(({ questions }) => questions) ?? []).flatMap((question) => {
    if (isInWords(question)) return [];
    const given = givenTo(question, now.sent);
    const bars = barsOf(optionsOf(question), given, language);
    // A scale keeps its order and its ends; of options, those that somebody chose, the most chosen first.
    const chosen = bars.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
    const rows = question.kind === 'scale' ? bars : chosen;
    return given.length === 0
      ? []
      : [
          {
            ask: question.ask,
            mean: meanOf(question, given, language),
            unchosen:
              rows.length < bars.length ? texts[language].instructor.print.unchosen(bars.length - rows.length) : '',
            rows: rows.map(({ label, count, share }) => ({ label, count, share })),
          },
        ];
  });
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).trimEnd()} …` : text;
}
