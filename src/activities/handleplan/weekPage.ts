import { can } from '../../http/actions.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { Courses } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Wrong } from '../../forms/faults.ts';
import type { FieldModel } from '../../forms/field.ts';
import { READER } from '../../forms/readers.ts';
import { formModel, saveButton, type HiddenFields } from '../../forms/shown.ts';
import { fingerprint } from '../../responses/merge.ts';
import { isReported } from '../../responses/responses.ts';
import { texts, type Text } from '../../text/texts.ts';
import { stepPath } from '../addresses.ts';
import { commentId, followUpIds, TICKED, tickId } from './plan/ids.ts';
import { nextPlanHrefs } from './making/nextPlan.ts';
import type { PlanVisit } from './place.ts';
import { countTicks, isAhead, placeInWeek, type Plan } from './plan/plan.ts';
import { planErrors, questionsIn, whoReads } from './making/stepPage.ts';
import { allPlansPath } from './plan/subject.ts';
import { planInWords } from './plan/summary.ts';
import { dayMarks, taskMarks, type MarkNamed } from './plan/wording.ts';
import { dayOf, daysOfWeek, weekdayOf, weekNumberOf } from '../../domain/week.ts';
import { dateInWords, weekdayInWords } from '../../text/times.ts';

export interface WeekPageInput {
  place: PlanVisit;
  viewer: Viewer;
  hidden: HiddenFields;
  courses: Courses;
  wrong?: Wrong;
  /** What the person has just done, if the page is the answer to a form. */
  just?: 'made' | 'saved' | undefined;
}

/** A plan in its week: ticks, comments and how it went, in the form that `views/handleplan/week.hbs` takes. */
export function weekPage(input: WeekPageInput) {
  const { place, viewer } = input;
  const { plan, response, subject, wording } = place;
  const text = texts[viewer.language].handleplan;
  const when = placeInWeek(plan, wording.today);
  return {
    title: plan.week === '' ? subject.content.title : text.week.title(weekNumberOf(plan.week)),
    activityTitle: subject.content.title,
    errors: planErrors({ ...input, step: 'uge' }),
    unplacedTexts: input.wrong?.unplacedTexts,
    just: input.just,
    // Once there is a tick, the plan is more than made.
    isMade: input.just === 'made' && countTicks(plan).done === 0,
    // Nothing is left to do here until the week begins.
    leadsHome: isAhead(plan, wording.today),
    reported: response !== undefined && isReported(response),
    unsentHref: isChanged(place) ? stepPath(viewer, subject.id, 'plan') : '',
    notice: {
      before: plan.week ? text.week.notYet(dateInWords(plan.week, viewer.language)) : '',
      within: '',
      after: text.week.over,
    }[when],
    today: todayOf(input),
    count: countOf(plan, text, isAhead(plan, wording.today) ? 0 : countTicks(plan).done),
    // For the script, which updates the count without a reload.
    countWords: countOf(plan, text, '{done}'),
    form: formOf(input),
    summary: planInWords(plan, wording),
    editHref: stepPath(viewer, subject.id, 'plan'),
    close: closeOf(input),
    allHref: allPlansPath(viewer),
  };
}

function formOf(input: WeekPageInput) {
  const { place, viewer, hidden, wrong } = input;
  const { language } = viewer;
  const text = texts[language];
  const questions = questionsIn(place, 'uge');
  const form = formModel({ questions, stored: place.response, wrong, language });
  const marks = marksOf(place).map((mark) => markModel(mark, form.questions, place));
  return {
    ...hidden,
    ...form,
    action: stepPath(viewer, place.subject.id, 'uge'),
    whoReads: whoReads(place, 'uge', text),
    isTasks: place.plan.form === 'opgaver',
    marks,
    areCommentsOpen: marks.some(({ isOpen }) => isOpen),
    buttons: [saveButton(text.handleplan.saveTicks)],
  };
}

function marksOf({ plan, wording }: PlanVisit): MarkNamed[] {
  return plan.form === 'opgaver'
    ? taskMarks(plan, wording).filter(({ id }) => plan.tasks.some((task) => task.id === id))
    : dayMarks(plan, wording);
}

/** A day or task: its tick, and its comment, which is folded away while it is empty. */
function markModel(mark: MarkNamed, fields: FieldModel[], { plan, wording, response }: PlanVisit) {
  const madeOn = response?.completedAt ? dayOf(response.completedAt) : '';
  const tick = fields.find(({ id }) => id === mark.id);
  const comment = fields.find(({ id }) => id === commentId(mark.id));
  const isEarly = isAhead(plan, wording.today);
  return {
    ...mark,
    inputId: tick?.inputId,
    name: tick?.name,
    value: TICKED,
    checked: !isEarly && tick?.options[0]?.checked,
    isEarly,
    // A day before there was a plan was not missed.
    isBefore: mark.day !== '' && mark.day < madeOn,
    comment,
    isOpen: comment !== undefined && (comment.value !== '' || comment.error !== '' || comment.other !== ''),
  };
}

/** A form for ticking today; undefined if today has no tick of its own. */
function todayOf({ place: { plan, wording }, viewer, hidden }: WeekPageInput) {
  const asksToday = plan.outcome === '' && placeInWeek(plan, wording.today) === 'within';
  if (plan.form === 'opgaver' || !asksToday) return undefined;
  const weekday = weekdayOf(wording.today);
  const field = tickId(weekday);
  return {
    label: `${weekdayInWords(wording.today, viewer.language)} ${dateInWords(wording.today, viewer.language)}`,
    isTicked: plan.week7[weekday - 1]?.ticked ?? false,
    field,
    name: `answer.${field}`,
    value: TICKED,
    hidden: { ...hidden, base: `${field}:none` },
  };
}

function countOf(plan: Plan, text: Text['handleplan'], done: number | string): string {
  const { planned } = countTicks(plan);
  return plan.form === 'opgaver' ? text.week.countTasks(done, planned) : text.week.count(done, planned);
}

function closeOf({ place, viewer, courses }: WeekPageInput) {
  const { plan, subject, wording, own, response } = place;
  const text = texts[viewer.language].handleplan;
  const isClosed = plan.outcome !== '';
  const hrefs = nextPlanHrefs({ courses, viewer, own, today: wording.today });
  const isPast = placeInWeek(plan, wording.today) === 'after';
  const isOver = isPast || (plan.week !== '' && wording.today === daysOfWeek(plan.week)[6]);
  const remembered = response?.draft['gik-tekst'];
  return {
    href: stepPath(viewer, subject.id, 'gik'),
    isDue: isOver && !isClosed,
    // A plan whose week has not begun can be changed; there is nothing to look back at.
    isOffered: !isOver && !isClosed && !isAhead(plan, wording.today),
    isClosed,
    ...toldOf(plan, text),
    // Only if the plan did not happen, and only for participants: an instructor has no class to ask.
    ideasHref: plan.outcome === 'ikke' && can(viewer.role, 'askClass') ? roomPath(viewer.room, '/ideer') : '',
    remember: typeof remembered === 'string' ? remembered : '',
    next:
      isClosed || isPast
        ? (['samme', 'mindre', 'ny'] as const).map((way) => ({ href: hrefs[way], label: text.options.fra[way] }))
        : [],
  };
}

/** How the week went, without judging it: what was ticked counts, however the plan ended. */
function toldOf(plan: Plan, { close }: Text['handleplan']) {
  const { outcome } = plan;
  if (outcome === '') return {};
  const { done } = countTicks(plan);
  return {
    outcome: close.told[outcome],
    isCalm: outcome === 'ikke' || outcome === 'aendret',
    counts: done > 0 ? close.counts(done) : '',
    thanks: close.thanks[outcome],
  };
}

/**
 * Whether the shared plan differs from the current draft. Ticks and the follow-up are shared as they are, and do not
 * count.
 */
function isChanged({ response }: PlanVisit): boolean {
  const sent = response?.sent;
  if (!sent || (sent[READER] !== 'instruktoer' && sent[READER] !== 'hold')) return false;
  return [...new Set([...Object.keys(response.draft), ...Object.keys(sent)])]
    .filter((id) => !followUpIds.has(id))
    .some((id) => fingerprint(response.draft[id]) !== fingerprint(sent[id]));
}
