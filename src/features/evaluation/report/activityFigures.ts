import { devices } from '../../../domain/device.ts';
import { absenceReasons } from '../../../domain/absence.ts';
import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import { inDanish } from '../filters.ts';
import type { ClassActivity } from './activity.ts';
import type { Part, ReportFigure, ReportSection } from './figure.ts';

export interface ActivityShown {
  /** Of whole groups of classes with five people or more. */
  classes: readonly ClassActivity[];
  /** Whether some of the chosen classes are left out. */
  isPart: boolean;
  /** Whether the viewer may see several classes, so that municipalities can be told apart. */
  hasMany: boolean;
  language: Language;
}

const standings = ['completed', 'away', 'unfinished', 'underWay', 'notStarted'] as const;

/** Enrolled, completed and dropped out; absence and its reasons; preparation. */
export function activitySection({ classes, isPart, hasMany, language }: ActivityShown): ReportSection {
  const text = texts[language].evaluation.report;
  const rules = [...new Set(classes.flatMap(({ rule }) => rule[language]))];
  const figures =
    classes.length === 0
      ? []
      : [
          ...countsOf(classes, language),
          ...devicesOf(classes, language),
          ...(hasMany ? municipalitiesOf(classes, language) : []),
          ...reasonsOf(classes, language),
        ];
  return {
    id: 'aktivitet',
    title: text.activity,
    notes: [
      ...(classes.length === 0 ? [text.tooFew] : []),
      ...(isPart ? [text.part] : []),
      text.whoIsEnrolled,
      ...rules,
    ],
    figures,
  };
}

function countsOf(classes: readonly ClassActivity[], language: Language): ReportFigure[] {
  const text = texts[language].evaluation.report;
  const n = classes.reduce((sum, { enrolled }) => sum + enrolled, 0);
  const labels = texts[language].classOverview.standings;
  const done = standings.map((one) => ({
    label: labels[one],
    count: classes.reduce((sum, each) => sum + each.standings[one], 0),
  }));
  const noted = classes.filter((one) => one.noted > 0);
  return [
    figureOf({ id: 'gennemfoerelse', title: text.completion, n }, done),
    ...(noted.length === 0
      ? []
      : [timesOf({ id: 'fravaer', title: text.absence }, noted, { of: 'absent', words: text.times })]),
    timesOf({ id: 'forberedelse', title: text.preparation }, classes, { of: 'prepared', words: text.weeks }),
  ];
}

function timesOf(
  about: Pick<ReportFigure, 'id' | 'title'>,
  classes: readonly ClassActivity[],
  { of, words }: { of: 'absent' | 'prepared'; words: (times: number) => string },
): ReportFigure {
  const most = Math.max(...classes.map(({ weeks }) => weeks));
  const n = classes.reduce((sum, { enrolled }) => sum + enrolled, 0);
  const parts = Array.from({ length: most + 1 }, (_, times) => ({
    label: words(times),
    count: classes.reduce((sum, one) => sum + (one[of].get(times) ?? 0), 0),
  }));
  return figureOf({ ...about, n }, parts);
}

/** Enrolled and completed by municipality, if that is set for any of the classes. */
function municipalitiesOf(classes: readonly ClassActivity[], language: Language): ReportFigure[] {
  if (classes.every(({ municipality }) => municipality === '')) return [];
  const text = texts[language].evaluation.report;
  const sumOf = (all: readonly ClassActivity[], count: (one: ClassActivity) => number) =>
    all.reduce((sum, one) => sum + count(one), 0);
  const n = sumOf(classes, ({ enrolled }) => enrolled);
  const parts = [...Map.groupBy(classes, ({ municipality }) => municipality)]
    .toSorted(([one], [other]) => inDanish(one, other))
    .map(([name, all]) => ({
      label: name || text.noMunicipality,
      enrolled: sumOf(all, ({ enrolled }) => enrolled),
      completed: sumOf(all, ({ standings: { completed } }) => completed),
    }));
  const enrolled = parts.map(({ label, enrolled: count }) => ({ label, count }));
  const completed = parts.map((one): Part => ({
    ...{ label: one.label, count: one.completed, n: one.enrolled },
    share: one.completed / one.enrolled,
  }));
  return [
    figureOf({ id: 'holdets-kommune', title: text.fromMunicipality, n }, enrolled),
    {
      id: 'gennemfoert-kommune',
      title: text.completedFrom,
      kind: 'counts',
      n: undefined,
      parts: completed,
      sentences: [],
    },
  ];
}

/** Devices, of the people whose browser reports one; some have used several. */
function devicesOf(classes: readonly ClassActivity[], language: Language): ReportFigure[] {
  const told = classes.flatMap((one) => one.devices ?? []);
  if (told.length === 0) return [];
  const text = texts[language].evaluation.report;
  const n = told.reduce((sum, { known }) => sum + known, 0);
  const parts = devices.map((device) => ({
    label: text.deviceNames[device],
    count: told.reduce((sum, { of }) => sum + of[device], 0),
  }));
  return [figureOf({ id: 'skaerme', title: text.devices, n }, parts)];
}

/** Reasons for absence, of those classes that show them on their own page too. */
function reasonsOf(classes: readonly ClassActivity[], language: Language): ReportFigure[] {
  const told = classes.flatMap(({ reasons }) => reasons ?? []);
  if (told.length === 0) return [];
  const parts = absenceReasons
    .map((reason) => ({
      label: texts[language].absence.reasons[reason],
      count: told.reduce((sum, reasons) => sum + (reasons.get(reason) ?? 0), 0),
    }))
    .filter(({ count }) => count > 0);
  const n = parts.reduce((sum, { count }) => sum + count, 0);
  return [figureOf({ id: 'fravaersgrunde', title: texts[language].evaluation.report.reasons, n }, parts)];
}

/** A figure of counts, each with its share of all. */
export function figureOf(
  about: Pick<ReportFigure, 'id' | 'title' | 'beside'> & { n: number },
  counts: readonly { label: string; count: number }[],
): ReportFigure {
  const parts = counts.map((one): Part => ({ ...one, share: about.n === 0 ? 0 : one.count / about.n }));
  return { ...about, kind: 'counts', parts, sentences: [] };
}
