import type { SteppedActivity } from '../../../content/course.ts';
import { weekOf } from '../../../content/rhythm.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { TO_CLASS } from '../../replies/index.ts';
import { texts } from '../../../text/texts.ts';
import { dayAndTime } from '../../../text/times.ts';
import { stepsOf } from '../answersPage.ts';
import { namesById } from '../names.ts';
import { factsOf, isWritten } from '../facts.ts';
import { hardAnswers } from '../hardAnswers.ts';
import { guidePathOf } from '../sheet/routes.ts';
import { NARROW, WIDE, type BlockInput } from '../questionBlock.ts';
import { slidesOf } from '../present/slides.ts';
import { whoIsIn } from '../whoIsIn.ts';
import { columnsOf } from './columns.ts';
import { planBefore, TO_INSTRUCTOR, webinarOf } from './module.ts';
import { openings } from './openings.ts';
import { briefPath, replyPath } from './addresses.ts';
import type { Gathered } from './gather.ts';
import { showable } from './stars.ts';
import { peopleChart, peoplePart } from './people.ts';
import { recognised, type Recognised } from './recognised.ts';
import { toolsFor } from './tools.ts';
import { roomPath } from '../../../http/roomPath.ts';
import { WHOM } from '../../../activities/scenario/schema.ts';
import { answerOf } from '../../../responses/merge.ts';
import { activityPath } from '../../../activities/addresses.ts';
import type { BriefInput, Blocks } from './input.ts';

/** With fewer answers than this, the page says that it is enough. */
const FEW = 5;

/** Everything an instructor needs before a webinar, in the order of use: `views/instructor/brief.hbs`. */
export function briefPage(input: BriefInput) {
  const { course, module, viewer, schedule, gathered, since } = input;
  const { language } = viewer;
  const text = texts[language].instructor;
  const { prep, scenario, now } = gathered;
  const people = scenario ? recognised(scenario, gathered.met) : [];
  const begins = webinarOf(course, module, input);
  const path = briefPath(viewer, module.id);
  const nameOf = nameIn(gathered, language);
  const recent = since > 0 ? now.sent.filter(({ sentAt }) => sentAt > since).map(({ person }) => nameOf(person)) : [];
  const blocks = { nameOf, language, paging: input.paging };
  const parts = partsOf(input, blocks);
  const who = whoIsIn(now, language);
  return {
    title: text.brief.title(weekOf(course, schedule, module), module.title),
    when: begins === undefined ? '' : text.brief.when(dayAndTime(begins, language)),
    webinarLink: schedule.link,
    facts: factsOf(now, parts.toYou?.given ?? 0, language),
    who,
    recent: since === 0 ? '' : text.brief.recent(recent.length, dayAndTime(since, language)),
    recentNames: recent.slice(0, 10).join(', '),
    isFew: now.sent.length > 0 && now.sent.length < FEW,
    nobodySent: now.sent.length === 0 && gathered.met.length === 0,
    openings: agendaOf(input, people),
    ...hardPart(input, nameOf),
    ...parts,
    ...peoplePart(people, input, blocks),
    peopleChart: peopleChart(people, language),
    plans: plansPart(input),
    chosen: chosenPart(input),
    ...showPart(input),
    ideas: input.ideas.map(({ text: words }) => shortened(`“${words}”`)),
    ideasHref: roomPath(viewer.room, '/ideer-fra-holdet'),
    path,
    answersHref: prep ? activityPath(viewer, prep.id) : '',
    replyToClassHref: replyPath(viewer, TO_CLASS, module.id),
    replies: repliesPart(input),
    others: otherWeeks(input),
  };
}

/** The answers to read before all others, wherever they stand on the page, and the way to what one does then. */
function hardPart({ course, gathered, viewer, replies }: BriefInput, nameOf: Blocks['nameOf']) {
  const { prep, scenario, now, met, others } = gathered;
  const found = [
    ...hardAnswers(prep, now.sent),
    ...hardAnswers(scenario, met),
    ...others.flatMap(({ activity, sent }) => hardAnswers(activity, sent)),
  ];
  const heading = texts[viewer.language].instructor.hard.heading(found.length);
  const answers = found.map(({ id, person, activity, ask }) => ({
    href: `#${id}`,
    who: nameOf(person),
    ask,
    isReplied: replies.some(({ to, about }) => to === person && about === activity),
  }));
  return { hard: answers.length > 0 && { heading, answers }, guideHref: guidePathOf(course, viewer) };
}

/** The openings, each with its minutes and the way to show it. */
function agendaOf({ module, viewer, gathered: { prep, now }, plans }: BriefInput, people: Recognised[]) {
  const { language } = viewer;
  const hasStuckPlans = (plans?.stuck ?? 0) > 0;
  return openings({ prep, sent: now.sent, people, hasStuckPlans, language }).map(({ id, minutes, ...opening }) => ({
    ...opening,
    time: texts[language].instructor.openings.minutes(minutes),
    href: `${briefPath(viewer, module.id)}/vis/${id}`,
  }));
}

function otherWeeks({ course, schedule, module, viewer }: BriefInput) {
  return course.modules.map((other) => ({
    label: texts[viewer.language].instructor.brief.week(weekOf(course, schedule, other), other.title),
    href: briefPath(viewer, other.id),
    isHere: other.id === module.id,
  }));
}

/**
 * The approximate height in pixels of the co-participants above the first column: a heading with its hint, a fold, and
 * a bar for each.
 */
const PEOPLE = { heading: 130, each: 28 };

/** What was answered: first what participants ask the instructor, then each activity's questions. */
function partsOf(input: BriefInput, blocks: Blocks) {
  const { prep, now, others, met } = input.gathered;
  const people = new Set(met.map(({ answers }) => answerOf(answers, WHOM))).size;
  const viewOf = (question: string) => (question === TO_INSTRUCTOR ? WIDE : NARROW);
  const ofPrep = prep && now.sent.length > 0 ? questionsOf(prep, { ...blocks, sent: now.sent, viewOf }, input) : [];
  const asked = ofPrep.find(({ id }) => id === TO_INSTRUCTOR);
  const given = prep ? now.sent.filter(({ answers }) => isWritten(answers[TO_INSTRUCTOR])).length : 0;
  const text = texts[blocks.language].instructor.brief;
  return {
    toYou: asked && given > 0 ? { given, heading: text.toYou(given), texts: asked.texts } : undefined,
    parts: [
      {
        title: text.answers,
        questions: ofPrep.filter(({ id }) => id !== TO_INSTRUCTOR),
        before: people === 0 ? 0 : PEOPLE.heading + people * PEOPLE.each,
      },
      ...others.map(({ activity, sent }) => ({
        title: activity.title,
        questions: sent.length > 0 ? questionsOf(activity, { ...blocks, sent, viewOf }, input) : [],
        before: 0,
      })),
    ]
      .filter(({ questions }) => questions.length > 0)
      .map(({ title, questions, before }) => ({ title, columns: columnsOf(questions, before) })),
  };
}

function questionsOf(activity: SteppedActivity, blocks: Omit<BlockInput, 'tools'>, input: BriefInput) {
  return stepsOf(activity, { ...blocks, tools: toolsFor(input, activity.id) }).flatMap(({ questions }) => questions);
}

/** How many slides there are, and the address of the first one's announcement, which shows nobody's answer yet. */
function showPart({ stars, module, gathered, viewer, ideas }: BriefInput) {
  const slides = slidesOf(showable(stars, module, gathered), gathered, viewer.language);
  const first = slides[0]?.id ?? ideas[0]?.id;
  const start = `${briefPath(viewer, module.id)}/vis`;
  return { shows: slides.length + ideas.length, showHref: first === undefined ? start : `${start}/${first}` };
}

/** What the instructor has chosen, in short, with a button to remove each. */
function chosenPart({ stars, module, gathered, viewer }: BriefInput) {
  const shown = new Set(slidesOf(showable(stars, module, gathered), gathered, viewer.language).map(({ id }) => id));
  return showable(stars, module, gathered).map(({ star, asked, text }) => ({
    label: shortened(text === '' ? asked.question.ask : `“${text}”`),
    value: [star.activity, star.question, star.person].join('/'),
    waits: shown.has(star.id) ? '' : texts[viewer.language].instructor.star.waits,
  }));
}

const LONGEST_LABEL = 70;

function shortened(text: string): string {
  return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL).trimEnd()} …` : text;
}

/** Names from the LMS's current list, if it gives one. */
function nameIn({ now }: Gathered, language: Viewer['language']) {
  return namesById(
    [...now.people.map(({ id, name, number }) => ({ person: id, name, number })), ...now.participants],
    language,
  );
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
