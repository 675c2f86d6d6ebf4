import type { PlanNumbers } from '../../../activities/handleplan/index.ts';
import type { Course, Module, SteppedActivity } from '../../../content/course.ts';
import { weekOf } from '../../../content/rhythm.ts';
import type { Schedule } from '../../../domain/schedule.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { isSame, type Star } from '../instructorNotes.ts';
import { type Reply, TO_CLASS } from '../../replies/index.ts';
import { texts } from '../../../text/texts.ts';
import { dayAndTime } from '../../../text/times.ts';
import { stepsOf } from '../answersPage.ts';
import { namesById } from '../names.ts';
import { questionBlock, type AnswerTools, type BlockInput, type Paging } from '../questionBlock.ts';
import { slidesOf } from '../present/slides.ts';
import { whoIsIn } from '../whoIsIn.ts';
import { planBefore, webinarOf } from './module.ts';
import { openings } from './openings.ts';
import { briefPath, replyPath, standing, type Gathered } from './place.ts';
import { recognised, type Recognised } from './recognised.ts';
import { activityPath } from '../../../activities/addresses.ts';

export interface BriefInput {
  course: Course;
  module: Module;
  viewer: Viewer;
  schedule: Schedule;
  /** Milliseconds since 1970, like `since`: the previous visit, 0 if there was none. */
  now: number;
  since: number;
  gathered: Gathered;
  stars: Star[];
  /** For the previous week; undefined if that has no plan. */
  plans: PlanNumbers | undefined;
  /** All replies in the room. */
  replies: Reply[];
  paging: Paging;
}

/** With fewer answers than this, the page begins with conversation openings; otherwise these are folded away. */
const FEW = 5;

/** Everything an instructor needs before a webinar, in the order of use: `views/instructor/brief.hbs`. */
export function briefPage(input: BriefInput) {
  const { course, module, viewer, schedule, gathered, since, stars } = input;
  const { language } = viewer;
  const text = texts[language].instructor;
  const { prep, scenario, now } = gathered;
  const people = scenario ? recognised(scenario, gathered.met) : [];
  const begins = webinarOf(course, module, input);
  const path = briefPath(viewer, module.id);
  const nameOf = nameIn(gathered, language);
  const recent = since > 0 ? now.sent.filter(({ sentAt }) => sentAt > since).map(({ person }) => nameOf(person)) : [];
  const blocks = { nameOf, language, paging: input.paging };
  return {
    title: text.brief.title(weekOf(course, schedule, module), module.title),
    when: begins === undefined ? '' : text.brief.when(dayAndTime(begins, language)),
    who: whoIsIn(now, language),
    recent: since === 0 ? '' : text.brief.recent(recent.length, dayAndTime(since, language)),
    recentNames: recent.slice(0, 10).join(', '),
    isFew: now.sent.length < FEW,
    openings: openings({ prep, sent: now.sent, people, hasStuckPlans: (input.plans?.stuck ?? 0) > 0, language }),
    steps: [
      ...(prep ? stepsOf(prep, { ...blocks, sent: now.sent, tools: toolsFor(input, prep.id) }) : []),
      ...gathered.others.flatMap(({ activity, sent }) => otherSteps(activity, { ...blocks, sent }, input)),
    ],
    people: people.filter(({ met }) => met > 0).map((one) => personPart(one, input, blocks)),
    peopleChart: peopleChart(people, language),
    plans: plansPart(input),
    shows: slidesOf(standing(stars, module, gathered), gathered, language).length,
    path,
    answersHref: prep ? activityPath(viewer, prep.id) : '',
    replyToClassHref: replyPath(viewer, TO_CLASS, module.id),
    replies: repliesPart(input),
    others: course.modules.map((other) => ({
      label: text.brief.week(weekOf(course, schedule, other), other.title),
      href: briefPath(viewer, other.id),
      isHere: other.id === module.id,
    })),
  };
}

/** Names from the LMS's current list, if it gives one. */
function nameIn({ now }: Gathered, language: Viewer['language']) {
  return namesById(
    [...now.people.map(({ id, name, number }) => ({ person: id, name, number })), ...now.participants],
    language,
  );
}

function toolsFor({ viewer, stars, since }: BriefInput, activity: string): AnswerTools {
  return {
    since,
    star: ({ question, person, sentAt }) => {
      const set = stars.find((one) => isSame(one, { activity, question, person }));
      const isSet = set !== undefined && (person === '' || set.sentAt === sentAt);
      return {
        isSet,
        isChanged: set !== undefined && !isSet,
        name: isSet ? 'fjern' : 'saet',
        value: [activity, question, person, ...(person === '' ? [] : [sentAt])].join('/'),
      };
    },
    replyHref: (person) => replyPath(viewer, person, activity),
  };
}

/** The steps of another activity, shown like the preparation's, under that activity's name. */
function otherSteps(activity: SteppedActivity, blocks: Omit<BlockInput, 'tools'>, input: BriefInput) {
  return stepsOf(activity, { ...blocks, tools: toolsFor(input, activity.id) }).map(({ title, questions }) => ({
    title: `${activity.title} – ${title}`,
    questions,
  }));
}

type Blocks = Omit<Parameters<typeof questionBlock>[1], 'sent' | 'tools'>;

/** What was said about a co-participant, question by question. */
function personPart(one: Recognised, input: BriefInput, blocks: Blocks) {
  const { scenario, met } = input.gathered;
  const tools = scenario && toolsFor(input, scenario.id);
  const questions = one.steps.flatMap((step) =>
    step.questions.map((question) => questionBlock({ question, step }, { ...blocks, sent: met, tools })),
  );
  return {
    label: texts[blocks.language].instructor.people.read(one.name),
    questions,
    isOpen: questions.some(({ id }) => id === blocks.paging.question),
  };
}

function peopleChart(people: Recognised[], language: Viewer['language']) {
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

function plansPart({ course, schedule, module, viewer, plans }: BriefInput) {
  const plan = planBefore(course, schedule, module);
  if (!plan || !plans) return undefined;
  const text = texts[viewer.language].instructor.plans;
  return {
    numbers: [
      { count: plans.made, label: text.made },
      { count: plans.shared, label: text.shared },
      { count: plans.done, label: text.done },
    ],
    href: activityPath(viewer, plan.id),
  };
}

/** Replies about this week's preparation, and replies to the class about the week. */
function repliesPart({ replies, module, viewer, gathered }: BriefInput) {
  const nameOf = nameIn(gathered, viewer.language);
  const text = texts[viewer.language].instructor.replies;
  const here = new Set([module.id, ...module.activities.map(({ id }) => id)]);
  return replies
    .filter(({ about, from }) => here.has(about) && from === viewer.person)
    .map(({ to, about, sentAt }) => ({
      label: text.to(to === TO_CLASS ? text.theClass : nameOf(to)),
      when: dayAndTime(sentAt, viewer.language),
      href: replyPath(viewer, to, about),
    }));
}
