import { weekdays } from '../../domain/week.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { DAYS_BEFORE, HOURS, timeOf, WHAT, type ChoiceEntry, type ChoiceFault, type ChoiceField } from './form.ts';

export interface RefusedChoices {
  entry: ChoiceEntry;
  faults: ChoiceFault[];
}

interface ChoicesFormInput {
  /** Prefix of every id, since a page may have two such forms. */
  id: string;
  language: Language;
  hasWebinar: boolean;
  /** What is stored. */
  entry: ChoiceEntry;
  refused: RefusedChoices | undefined;
}

/** What a channel is used for, in the shape that `views/reminders/page.hbs` takes. */
export function choicesForm({ id, language, hasWebinar, refused, ...stored }: ChoicesFormInput) {
  const { choices: text, errors } = texts[language].reminders;
  const entry = refused?.entry ?? stored.entry;
  const errorOf = (field: ChoiceField): string => {
    const code = refused?.faults.find((fault) => fault.field === field)?.code;
    return code ? errors[code] : '';
  };
  const group = (name: string, options: Option[]) => groupOf(id, name, options);
  const select = (name: ChoiceField, ask: string, options: Choosable[]) => ({
    inputId: `${id}-${name}`,
    name,
    ask,
    error: errorOf(name),
    options,
  });
  const what = WHAT.map((one) => ({ id: one, label: text.what[one], checked: entry.what.includes(one) }));
  const ways = (['before', 'weekly'] as const).map((one) => ({
    id: one,
    label: text[one],
    checked: entry.when === one,
  }));
  return {
    what: group('hvad', what),
    when: { ...group('naar', ways), error: errorOf('naar'), hint: hasWebinar ? '' : text.noWebinar },
    preparation: [
      select('dage', text.days, dayOptions(language, entry.days)),
      select('ugedag', text.weekday, weekdayOptions(language, entry.weekday)),
      select('tid', text.time, hourOptions(language, entry.time)),
    ],
    planDays: { ...group('plandage', planDayOptions(language, entry)), error: errorOf('plandage') },
    planTime: select('plantid', text.planTime, hourOptions(language, entry.planTime)),
    errors: (refused?.faults ?? []).map(({ field, code }) => ({ href: `#${id}-${field}`, message: errors[code] })),
  };
}

interface Option {
  id: string;
  label: string;
  checked: boolean;
}

interface Choosable {
  value: string;
  label: string;
  selected: boolean;
}

function groupOf(id: string, name: string, options: Option[]) {
  return {
    inputId: `${id}-${name}`,
    name,
    options: options.map((option) => ({ ...option, inputId: `${id}-${name}-${option.id}` })),
  };
}

function hourOptions(language: Language, chosen: string): Choosable[] {
  return HOURS.map((hour) => ({
    value: timeOf(hour),
    label: texts[language].reminders.choices.hours(hour),
    selected: timeOf(hour) === chosen,
  }));
}

function dayOptions(language: Language, chosen: string): Choosable[] {
  return DAYS_BEFORE.map((n) => ({
    value: String(n),
    label: texts[language].reminders.choices.daysBefore(n),
    selected: String(n) === chosen,
  }));
}

function planDayOptions(language: Language, { planDays }: ChoiceEntry): Option[] {
  return weekdays.map((day) => ({
    id: String(day),
    label: texts[language].reminders.choices.weekdays[day - 1] ?? '',
    checked: planDays.includes(day),
  }));
}

function weekdayOptions(language: Language, chosen: string): Choosable[] {
  return weekdays.map((day) => ({
    value: String(day),
    label: texts[language].reminders.choices.weekdays[day - 1] ?? '',
    selected: String(day) === chosen,
  }));
}
