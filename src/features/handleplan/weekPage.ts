import type { Courses } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { fingerprint } from '../../responses/merge.ts';
import { isReported } from '../../responses/responses.ts';
import { texts, type Text } from '../../text/texts.ts';
import { timeOfDay } from '../times.ts';
import { commentId, followUpIds, TICKED, tickId, valueOf, type Field } from './fields.ts';
import { faultMessage, fieldModel } from './fieldModel.ts';
import { baseOf } from './form.ts';
import { nextPlanHrefs } from './nextPlan.ts';
import type { Hidden, Place } from './place.ts';
import { countTicks, isAhead, placeInWeek, type Plan } from './plan.ts';
import { fieldsIn, whoReads, type Wrong } from './stepPage.ts';
import { allPlansPath, stepPath } from './subject.ts';
import { planInWords } from './summary.ts';
import { daysOfWeek, weekdayOf, weekNumberOf } from '../../domain/week.ts';
import { dateInWords, weekdayInWords } from '../times.ts';

export interface WeekPageInput {
  place: Place;
  viewer: Viewer;
  hidden: Hidden;
  courses: Courses;
  wrong?: Wrong;
  /** What the page is the answer to. */
  just?: 'made' | 'saved' | undefined;
}

/** A plan in its week: ticks, comments and how it went, as `views/handleplan/week.hbs` takes it. */
export const weekPage = (input: WeekPageInput) => {
  const { place, viewer } = input;
  const { plan, response, subject, wording } = place;
  const text = texts[viewer.language].handleplan;
  const when = placeInWeek(plan, wording.today);
  return {
    title: plan.week === '' ? subject.content.title : text.week.title(weekNumberOf(plan.week)),
    activityTitle: subject.content.title,
    errors: errorsOf(input),
    just: input.just,
    isMade: input.just === 'made',
    reported: response !== undefined && isReported(response),
    unsentHref: isChanged(place) ? stepPath(viewer, subject.id, 'slut') : '',
    notice: {
      before: plan.week ? text.week.notYet(dateInWords(plan.week, viewer.language)) : '',
      within: '',
      after: text.week.over,
    }[when],
    today: todayOf(input),
    count: countOf(plan, text, isAhead(plan, wording.today) ? 0 : countTicks(plan).done),
    // Where a script counts on, without loading the page anew.
    countWords: countOf(plan, text, '{done}'),
    form: formOf(input),
    savedAt: response ? timeOfDay(response.savedAt, viewer.language) : '',
    summary: planInWords(plan, wording),
    editHref: stepPath(viewer, subject.id, 'plan'),
    close: closeOf(input),
    allHref: allPlansPath(viewer),
  };
};

const formOf = (input: WeekPageInput) => {
  const { place, viewer, hidden } = input;
  const text = texts[viewer.language];
  const fields = fieldsIn(place, 'uge');
  return {
    ...hidden,
    action: stepPath(viewer, place.subject.id, 'uge'),
    base: baseOf(fields, place.response?.draft ?? {}, input.wrong?.faults),
    whoReads: whoReads(place, 'uge', text),
    isTasks: place.plan.form === 'opgaver',
    marks: marksOf(place).map((mark) => markModel(mark, fields, input)),
    buttons: [{ value: 'save', label: text.handleplan.saveTicks, look: 'secondary' }],
  };
};

interface MarkShown {
  id: string;
  label: string;
  isToday: boolean;
}

const marksOf = ({ plan, wording: { language, today } }: Place): MarkShown[] => {
  if (plan.form === 'opgaver') return plan.tasks.map(({ id, what }) => ({ id, label: what, isToday: false }));
  return daysOfWeek(plan.week || today).map((day, index) => ({
    id: tickId(index + 1),
    label: `${weekdayInWords(day, language)} ${plan.week ? dateInWords(day, language) : ''}`.trim(),
    isToday: day === today && plan.week !== '',
  }));
};

/** One day or task: its tick, and its comment behind a press where there is none yet. */
const markModel = (mark: MarkShown, fields: Field[], { place, viewer, wrong }: WeekPageInput) => {
  const draft = { draft: place.response?.draft ?? {}, other: place.response?.other ?? {} };
  const field = fields.find(({ id }) => id === commentId(mark.id));
  const tick = fields.find(({ id }) => id === mark.id);
  const fault = wrong?.faults.get(commentId(mark.id));
  const isEarly = isAhead(place.plan, place.wording.today);
  const comment =
    field &&
    fieldModel(field, {
      ...place.wording,
      draft,
      fault,
      isRequired: false,
      ask: texts[viewer.language].handleplan.commentOn(mark.label),
    });
  return {
    ...mark,
    inputId: `answer-${mark.id}`,
    name: `answer.${mark.id}`,
    value: TICKED,
    checked: !isEarly && tick !== undefined && valueOf(tick, draft.draft).includes(TICKED),
    isEarly,
    comment,
    isOpen: comment !== undefined && (comment.value !== '' || comment.error !== '' || comment.other !== ''),
  };
};

/** One press for today; undefined where today has no tick of its own. */
const todayOf = ({ place: { plan, wording }, viewer }: WeekPageInput) => {
  if (plan.form === 'opgaver' || placeInWeek(plan, wording.today) !== 'within') return undefined;
  const weekday = weekdayOf(wording.today);
  const field = tickId(weekday);
  return {
    label: `${weekdayInWords(wording.today, viewer.language)} ${dateInWords(wording.today, viewer.language)}`,
    isTicked: plan.week7[weekday - 1]?.ticked ?? false,
    what: [plan.what, plan.howMuch, plan.when].filter(Boolean).join(' · '),
    field,
    name: `answer.${field}`,
    value: TICKED,
    base: `${field}:none`,
  };
};

const countOf = (plan: Plan, text: Text['handleplan'], done: number | string): string => {
  const { planned } = countTicks(plan);
  return plan.form === 'opgaver' ? text.week.countTasks(done, planned) : text.week.count(done, planned);
};

const closeOf = ({ place, viewer, courses }: WeekPageInput) => {
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
    isClosed,
    outcome: plan.outcome === '' ? '' : text.close.outcomes[plan.outcome],
    thanks: plan.outcome === '' ? '' : text.close.thanks[plan.outcome],
    remember: typeof remembered === 'string' ? remembered : '',
    next:
      isClosed || isPast
        ? (['samme', 'mindre', 'ny'] as const).map((way) => ({ href: hrefs[way], label: text.options.fra[way] }))
        : [],
  };
};

/** Whether the plan that is shared is another than the one that stands now. Ticks and the close are shared as they are. */
const isChanged = ({ response }: Place): boolean => {
  const sent = response?.sent;
  if (!sent || (sent['laeser'] !== 'instruktoer' && sent['laeser'] !== 'hold')) return false;
  return [...new Set([...Object.keys(response.draft), ...Object.keys(sent)])]
    .filter((id) => !followUpIds.has(id))
    .some((id) => fingerprint(response.draft[id]) !== fingerprint(sent[id]));
};

const errorsOf = ({ place, wrong, viewer }: WeekPageInput): { href: string; message: string }[] => {
  const text = texts[viewer.language].prep;
  const labels = new Map(marksOf(place).map(({ id, label }) => [commentId(id), label]));
  const errors = [...(wrong?.faults ?? [])].map(([id, fault]) => {
    const field = place.fields.find((one) => one.id === id);
    const label = labels.get(id);
    const message = label !== undefined && field ? faultMessage(field, fault, viewer.language) : text.fault.unreadable;
    return { href: `#answer-${id}`, message: label === undefined ? message : text.here(label, message) };
  });
  return wrong && wrong.strays.length > 0 ? [...errors, { href: '#strays', message: text.fault.stray }] : errors;
};
