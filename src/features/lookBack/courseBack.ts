import { courseWeeks, topicOf } from '../../content/rhythm.ts';
import { dayOf, mondayOf, weekNumberOf } from '../../domain/week.ts';
import { locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import { dateInWords } from '../../text/times.ts';
import { moodInWords, type DayEntry } from '../diary/index.ts';
import { wordsIn, type Own } from './own.ts';
import { helpedIn } from './weekBack.ts';

/** The whole course in the person's own words, as a page to keep: `views/lookBack/course.hbs`. */
export function courseBackPage(own: Own) {
  const { course, schedule, language, now } = own;
  const text = texts[language].lookBack;
  const weeks = courseWeeks(course, schedule)
    .map(({ number, modules }) => ({
      heading: texts[language].room.week(number, topicOf({ modules })),
      words: wordsIn(
        modules.flatMap(({ activities }) => activities),
        own,
      ),
    }))
    .filter(({ words }) => words.length > 0);
  const today = dayOf(now);
  return {
    title: text.course,
    made: `${dateInWords(today, language)} ${today.slice(0, 4)}`,
    weeks,
    plans: own.plans.toReversed(),
    moods: moodWeeks(own.days, language),
    moodLine: moodLine(moodWeeks(own.days, language), language),
    helped: helpedIn(own.days, language),
    isEmpty: weeks.length === 0 && own.plans.length === 0 && own.days.length === 0,
  };
}

/** The mean mood of each week, with the nearest face. */
function moodWeeks(days: readonly DayEntry[], language: Own['language']) {
  const text = texts[language].lookBack;
  const rated = days.filter(({ mood }) => mood > 0);
  return [...Map.groupBy(rated, ({ day }) => mondayOf(day))].map(([monday, ofWeek]) => {
    const mean = ofWeek.reduce((sum, { mood }) => sum + mood, 0) / ofWeek.length;
    const shown = mean.toLocaleString(locale[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return {
      mean,
      face: Math.round(mean),
      week: text.calendarWeek(weekNumberOf(monday), dateInWords(monday, language)),
      words: text.mean(shown, ofWeek.length),
      nearest: moodInWords(Math.round(mean), language),
    };
  });
}

/** The width of the drawing, and the height from the hardest to the best mood. */
const LINE = { width: 280, height: 80, edge: 12 };

/** The same as a line, in the form that `views/partials/lookBack/moodLine.hbs` takes; undefined for a single week. */
function moodLine(weeks: ReturnType<typeof moodWeeks>, language: Own['language']) {
  if (weeks.length < 2) return undefined;
  const { width, height, edge } = LINE;
  const dots = weeks.map(({ mean }, index) => ({
    x: Math.round(edge + (index * (width - 2 * edge)) / (weeks.length - 1)),
    y: Math.round(edge + ((5 - mean) * height) / 4),
  }));
  return {
    width,
    height: height + 2 * edge,
    title: texts[language].lookBack.ownMood,
    desc: weeks.map(({ week, words }) => `${week}: ${words}.`).join(' '),
    points: dots.map(({ x, y }) => `${x},${y}`).join(' '),
    dots,
  };
}
