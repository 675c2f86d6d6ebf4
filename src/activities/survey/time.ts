import type { SurveyActivity } from '../../content/course.ts';
import { minutesToRead } from '../../content/checks/readingTime.ts';
import { leftOutOf } from '../../content/checks/surveyTimes.ts';
import type { YamlFile } from '../../content/package/yaml.ts';
import { NO } from './parts.ts';
import { wordsToRead } from './wordsToRead.ts';
import type { SurveyReading } from './reading.ts';

/** In minutes. Tired people leave longer surveys, and then their answers are missing. */
const MOST_MINUTES = 5;

/** Records a survey that takes more than five minutes once each of its instruments has its wording. */
export function checkTime({ context }: SurveyReading, yaml: YamlFile, survey: SurveyActivity): void {
  const missing = leftOutOf([survey]);
  const words = missing.reduce((sum, instrument) => sum + instrument.words, wordsToRead(survey, NO));
  const minutes = minutesToRead(words);
  if (minutes <= MOST_MINUTES) return;
  const names = missing.map(({ title }) => title).join(', ');
  const message = {
    da: `De ${words} ord tager ${minutes} minutter at læse${names && `, når ${names} er med`}. Det må højst tage ${MOST_MINUTES}. Spørg om mindre, eller senere.`,
    en: `its ${words} words take ${minutes} minutes to read${names && ` with ${names}`}, more than ${MOST_MINUTES}; ask for less, or later`,
  };
  context.reading.slow.push({ ...yaml.placeOf(['instruments']), message });
}
