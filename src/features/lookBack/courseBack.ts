import { courseWeeks, topicOf } from '../../content/rhythm.ts';
import { dayOf, mondayOf, weekNumberOf } from '../../domain/week.ts';
import { locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import { dateInWords } from '../../text/times.ts';
import { moodInWords, type DayEntry } from '../diary/index.ts';
import { wordsIn, type Own } from './own.ts';
import { helpedIn } from './weekBack.ts';

/** The whole course in one's own words, as a page to keep: `views/lookBack/course.hbs`. */
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
    helped: helpedIn(own.days, language),
    isEmpty: weeks.length === 0 && own.plans.length === 0 && own.days.length === 0,
  };
}

/** The mood week by week: a mean in numbers, and the face that is nearest to it. */
function moodWeeks(days: readonly DayEntry[], language: Own['language']) {
  const text = texts[language].lookBack;
  const rated = days.filter(({ mood }) => mood > 0);
  return [...Map.groupBy(rated, ({ day }) => mondayOf(day))].map(([monday, ofWeek]) => {
    const mean = ofWeek.reduce((sum, { mood }) => sum + mood, 0) / ofWeek.length;
    const shown = mean.toLocaleString(locale[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return {
      face: Math.round(mean),
      week: text.calendarWeek(weekNumberOf(monday), dateInWords(monday, language)),
      words: text.mean(shown, ofWeek.length),
      nearest: moodInWords(Math.round(mean), language),
    };
  });
}
