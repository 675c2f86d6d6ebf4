import type { Answers } from '../../domain/answers.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { ActivityResponse, ResponseRecord } from '../../responses/responses.ts';
import type { Person } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import { followedUp } from './allPlansPage.ts';
import { planOf, type Outcome } from './plan.ts';
import { planPath, stepPath, type Subject } from './subject.ts';
import type { Day } from './week.ts';

export interface InstructorPageInput {
  subject: Subject;
  viewer: Viewer;
  /** Everyone's responses to the activity. */
  responses: ResponseRecord[];
  people: Person[];
  /** The instructor's own plan, where one has been begun. */
  own: ActivityResponse | undefined;
  today: Day;
}

const isMade = ({ completedAt }: ResponseRecord): boolean => completedAt > 0;

/** The plans that their makers let the instructor read. */
export const sharedPlans = (responses: ResponseRecord[]) =>
  responses
    .filter(isMade)
    .flatMap(({ person, sent }) => (sent && planOf(sent).reader === 'instruktoer' ? [{ person, sent }] : []));

/** The plans that participants share, and how they went, as `views/handleplan/shared.hbs` takes it. */
export const instructorPage = ({ subject, viewer, responses, people, own, today }: InstructorPageInput) => {
  const text = texts[viewer.language].handleplan;
  const labels = texts[viewer.language].instructor;
  const wording = { language: viewer.language, today, ideas: subject.content.ideas };
  const nameOf = (id: string) => {
    const person = people.find((one) => one.id === id);
    return person?.name || (person ? labels.participant(person.number) : labels.participantsWithoutName(1));
  };
  const made = responses.filter(isMade);
  const shared = sharedPlans(responses);
  const plans = shared.map(({ person, sent }) => ({ person, sent, plan: planOf(sent, subject.week) }));
  const hidden = made.length - shared.length;
  const outcomes: (Outcome | '')[] = ['gennemfoert', 'delvist', 'ikke', 'aendret', ''];
  return {
    title: text.instructor.title(subject.content.title),
    counts: plans.length > 0 ? text.instructor.counts(plans.length) : text.instructor.none,
    hidden: hidden > 0 ? text.instructor.hidden(hidden) : '',
    outcomes: outcomes
      .map((outcome) => ({
        label: outcome === '' ? text.close.open : text.close.outcomes[outcome],
        count: plans.filter(({ plan }) => plan.outcome === outcome).length,
      }))
      .filter(({ count }) => count > 0),
    plans: plans.map(({ person, sent, plan }) => ({
      who: nameOf(person),
      ...followedUp(plan, wording, text),
      remember: textIn(sent, 'gik-tekst'),
      problem: textIn(sent, 'problem'),
      ideas: [...ideasIn(sent, subject), textIn(sent, 'egen-ide')].filter(Boolean),
    })),
    ownHref: stepPath(viewer, subject.id, own?.completedAt ? 'uge' : 'begynd'),
    ownLabel: own ? text.instructor.openOwn : text.instructor.makeOwn,
    showHref: own?.completedAt ? `${planPath(viewer, subject.id)}/vis` : '',
  };
};

const textIn = (answers: Answers, id: string): string => {
  const answer = answers[id];
  return typeof answer === 'string' ? answer : '';
};

const ideasIn = (answers: Answers, { content }: Subject): string[] =>
  content.ideas.filter(({ id }) => [answers['ideer'] ?? []].flat().includes(id)).map(({ label }) => label);
