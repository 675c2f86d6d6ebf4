import { weekBegins, webinarsAhead, type Schedule, type Webinar } from '../../../domain/schedule.ts';
import { addDays, dayOf, instantOf, nextWeekday, weekdayOf, type Day } from '../../../domain/week.ts';
import { EVENING, MORNING } from './quiet.ts';
import type { Choices, OccasionKind } from '../records.ts';
import type { SurveyDue } from './surveysDue.ts';
import { isOver } from './courseOver.ts';

/** Something to remind a person of. Times are in milliseconds since 1970. */
export interface Occasion {
  /** Always the same for the same occasion. */
  id: string;
  kind: OccasionKind;
  /** When the message should go, ignoring quiet hours. */
  at: number;
  /** From when on it is too late. */
  until: number;
  /** Course week, from 1; 0 if the class has no dates. */
  week: number;
  /** When the webinar begins; 0 for anything else. */
  begins: number;
  /** Id of the survey; empty for anything else. */
  survey: string;
}

export interface Calendar {
  choices: Choices;
  schedule: Schedule;
  /** How many weeks the course has. */
  weeks: number;
  /** Surveys that have not been sent. */
  surveys: SurveyDue[];
  now: number;
}

const HOUR = 60 * 60 * 1000;
/** How long a reminder without an end of its own is worth sending. */
const STALE = 48 * HOUR;
const DAYS_AHEAD = 8;

/** All reminders that are possible and not too late, considering only the time and the class's dates; unordered. */
export function occasionsAhead(calendar: Calendar): Occasion[] {
  const asked = calendar.choices.survey ? calendar.surveys.flatMap(ofSurvey) : [];
  const all = isOver(calendar) ? asked : [...duringCourse(calendar), ...asked];
  return all.filter(({ until }) => until > calendar.now);
}

function duringCourse(calendar: Calendar): Occasion[] {
  const { choices } = calendar;
  const webinars = webinarsAhead(calendar.schedule, calendar.weeks, calendar.now);
  return [
    ...(choices.webinar ? webinars.map(ofWebinar) : []),
    ...(choices.preparation.on ? preparations(calendar, webinars) : []),
    ...(choices.plan.on ? plans(calendar) : []),
  ];
}

const SURVEY_TIME = '10:00';
const WEEK = 7;

/** One on the day and one a week later, but no third. */
function ofSurvey({ id, day }: SurveyDue): Occasion[] {
  const [first, later, end] = [day, addDays(day, WEEK), addDays(day, 2 * WEEK)].map((one) =>
    instantOf(one, SURVEY_TIME),
  );
  const occasion = (name: string, at = 0, until = 0): Occasion => ({
    id: `survey:${id}:${name}`,
    kind: 'survey',
    at,
    until,
    week: 0,
    begins: 0,
    survey: id,
  });
  return [occasion('first', first, later), occasion('later', later, end)];
}

function ofWebinar({ week, begins }: Webinar): Occasion {
  return {
    id: `webinar:${begins}`,
    kind: 'webinar',
    at: begins - HOUR,
    until: begins,
    week,
    begins,
    survey: '',
  };
}

function preparations(calendar: Calendar, webinars: Webinar[]): Occasion[] {
  const { time, when } = calendar.choices.preparation;
  const occasion = (week: number, day: Day, until: number): Occasion => ({
    id: `preparation:${week === 0 ? day : week}`,
    kind: 'preparation',
    at: instantOf(day, time),
    until: until || instantOf(day, time) + STALE,
    week,
    begins: 0,
    survey: '',
  });
  if (when === 'weekly') return weeklyDays(calendar).map(({ week, day }) => occasion(week, day, 0));
  return webinars.map(({ week, begins }) => {
    const wanted = addDays(dayOf(begins), -calendar.choices.preparation.days);
    const opens = week === 0 ? wanted : weekBegins(calendar.schedule, week);
    // Nobody is reminded of a week that has not opened.
    return occasion(week, wanted < opens ? opens : wanted, begins);
  });
}

/** The chosen weekday in each course week; without dates, the nearest such days. */
function weeklyDays({ choices, schedule, weeks, now }: Calendar): { week: number; day: Day }[] {
  const { weekday } = choices.preparation;
  if (schedule.start !== '')
    return Array.from({ length: weeks }, (_, index) => ({
      week: index + 1,
      day: nextWeekday(weekBegins(schedule, index + 1), weekday),
    }));
  const first = nextWeekday(addDays(dayOf(now), -2), weekday);
  return [first, addDays(first, 7)].map((day) => ({ week: 0, day }));
}

function plans({ choices, now }: Calendar): Occasion[] {
  return Array.from({ length: DAYS_AHEAD }, (_, days) => addDays(dayOf(now), days))
    .filter((day) => choices.plan.weekdays.includes(weekdayOf(day)))
    .map((day) => ({
      id: `plan:${day}`,
      kind: 'plan',
      at: instantOf(day, choices.plan.time < MORNING ? MORNING : choices.plan.time),
      until: instantOf(day, EVENING),
      week: 0,
      begins: 0,
      survey: '',
    }));
}
