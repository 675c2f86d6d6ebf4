import type { Answers } from '../../domain/answers.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { ActivityResponse, ResponseRecord } from '../../responses/responses.ts';
import type { Person } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import { followedUp } from './allPlansPage.ts';
import { ideasChosen, outcomesOf, sharedIn } from './otherPages/followUp.ts';
import { planOf } from './plan/plan.ts';
import { type Subject } from './plan/subject.ts';
import { activityPath } from '../addresses.ts';
import { stepPath } from '../addresses.ts';
import type { Day } from '../../domain/week.ts';
import { roomPath } from '../../http/roomPath.ts';
import { participantIds } from '../../rooms/participants.ts';
import { createNamer } from '../../text/names.ts';

export interface InstructorPageInput {
  subject: Subject;
  viewer: Viewer;
  /** Everyone's responses to the activity. */
  responses: ResponseRecord[];
  people: Person[];
  /** The instructor's own plan, if there is one. */
  own: ActivityResponse | undefined;
  today: Day;
  /** The first plan of this page, from 0. */
  from: number;
}

/** Plans per page. */
const PAGE = 50;

/**
 * The finished plans of participants. A plan that a teacher made while trying the course as a participant does not
 * count.
 */
function madeIn(responses: ResponseRecord[], people: Person[]): ResponseRecord[] {
  const participants = participantIds(people);
  return responses.filter(({ completedAt, person }) => completedAt > 0 && participants.has(person));
}

/** The people whose words are on the page. */
export function sharersIn(responses: ResponseRecord[], people: Person[]): string[] {
  return sharedIn(madeIn(responses, people)).map(({ person }) => person);
}

/** The plans that participants share, and how they went, in the form that `views/handleplan/shared.hbs` takes. */
export function instructorPage({ subject, viewer, responses, people, own, today, from }: InstructorPageInput) {
  const text = texts[viewer.language].handleplan;
  const wording = { language: viewer.language, today };
  const named = createNamer(viewer.language);
  const nameOf = (id: string) => named(people.find((one) => one.id === id));
  const made = madeIn(responses, people);
  const shared = sharedIn(made);
  const plans = shared.map(({ person, sent }) => ({ person, sent, plan: planOf(sent, subject.week) }));
  const hidden = made.length - shared.length;
  const page = plans.slice(from, from + PAGE);
  return {
    title: text.instructor.title(subject.content.title),
    wide: true,
    counts: plans.length > 0 ? text.instructor.counts(plans.length) : text.instructor.none,
    hidden: hidden > 0 ? text.instructor.hidden(hidden) : '',
    outcomes: outcomesOf(
      plans.map(({ plan }) => plan),
      viewer.language,
    ),
    ideas: ideasChosen(shared, subject.content.ideas),
    problems: problemsIn(shared, nameOf),
    next: from + PAGE < plans.length ? `?fra=${from + PAGE}` : '',
    plans: page.map(({ person, sent, plan }) => ({
      who: nameOf(person),
      replyHref: roomPath(viewer.room, `/svar-til/${person}?om=${subject.id}`),
      ...followedUp(plan, wording, text),
      remember: textIn(sent, 'gik-tekst'),
      ideas: [...ideasIn(sent, subject), textIn(sent, 'egen-ide')].filter(Boolean),
    })),
    own: own?.completedAt ? followedUp(planOf(own.draft, subject.week), wording, text) : undefined,
    ownHref: stepPath(viewer, subject.id, own?.completedAt ? 'uge' : 'begynd'),
    ownLabel: own ? text.instructor.openOwn : text.instructor.makeOwn,
    showHref: own?.completedAt ? `${activityPath(viewer, subject.id)}/vis` : '',
  };
}

/** What got in the way, in the participants' own words. */
function problemsIn(shared: ReturnType<typeof sharedIn>, nameOf: (id: string) => string) {
  return shared
    .map(({ person, sent }) => ({ who: nameOf(person), problem: textIn(sent, 'problem') }))
    .filter(({ problem }) => problem !== '')
    .slice(0, PAGE);
}

function textIn(answers: Answers, id: string): string {
  const answer = answers[id];
  return typeof answer === 'string' ? answer : '';
}

function ideasIn(answers: Answers, { content }: Subject): string[] {
  return content.ideas.filter(({ id }) => [answers['ideer'] ?? []].flat().includes(id)).map(({ label }) => label);
}
