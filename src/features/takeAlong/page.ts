import type { Viewer } from '../../domain/viewer.ts';
import { texts, type Text } from '../../text/texts.ts';
import { GROUPS, LIMITS, tooLong, type Choice, type Group, type Line } from './form.ts';
import { todayInWords, type Offer } from './offer.ts';

export interface PageInput {
  viewer: Viewer;
  offer: Offer;
  choice: Choice;
}

export const takeAlongPath = ({ room }: Pick<Viewer, 'room'>): string => `/rum/${room}/tag-med`;

/** What there is to choose from: `views/takeAlong/choose.hbs`. @param isEmpty a sheet was asked for with nothing on it */
export const choosePage = ({ viewer, offer, choice, isEmpty = false }: PageInput & { isEmpty?: boolean }) => {
  const text = texts[viewer.language].takeAlong;
  const faults = tooLong(choice);
  const errorOf = (name: Line) => {
    const length = faults.get(name);
    return length === undefined ? '' : text.tooLong(LIMITS[name], length);
  };
  const groups = groupsOf({ viewer, offer, choice });
  return {
    title: text.title,
    action: takeAlongPath(viewer),
    errors: [
      ...[...faults.keys()].map((name) => ({ href: `#${name}`, message: errorOf(name) })),
      ...(isEmpty ? [{ href: `#${groups[0]?.inputId ?? 'linje'}`, message: text.nothingChosen }] : []),
    ],
    csrf: viewer.csrf,
    groups,
    tools: { ...groupOf(groupsOfTools(text, offer), choice), isOpen: choice.chosen.vaerktoej.length > 0 },
    hasNothing: groups.length === 0,
    line: { value: choice.lines.linje, error: errorOf('linje'), maxLength: LIMITS.linje },
    name: { value: choice.lines.navn, error: errorOf('navn') },
  };
};

interface ToChoose {
  name: Group;
  ask: string;
  hint: string;
  options: { id: string; label: string }[];
}

/** The groups in which there is anything. */
const groupsOf = ({ viewer, offer, choice }: PageInput) => {
  const text = texts[viewer.language].takeAlong;
  const helping = offer.plans.filter(({ helped }) => helped.length > 0);
  const all: ToChoose[] = [
    {
      name: 'plan',
      ask: text.plans,
      hint: '',
      options: offer.plans.map((plan) => ({ id: plan.id, label: planLabel(plan) })),
    },
    {
      name: 'hjalp',
      ask: text.helped,
      hint: '',
      options: helping.map(({ id, heading, helped }) => ({ id, label: text.helpedIn(heading, helped.join(' · ')) })),
    },
    {
      name: 'svar',
      ask: text.answers,
      hint: '',
      options: offer.answers.map(({ id, ask, words }) => ({ id, label: text.answerTo(ask, words) })),
    },
    {
      name: 'humoer',
      ask: text.mood,
      hint: text.moodHint,
      options: offer.moods.map(({ id, heading, line }) => ({ id, label: `${heading}: ${line}` })),
    },
  ];
  return all.filter(({ options }) => options.length > 0).map((group) => groupOf(group, choice));
};

const groupsOfTools = (text: Text['takeAlong'], { tools }: Offer): ToChoose => ({
  name: 'vaerktoej',
  ask: text.tools,
  hint: text.toolsHint,
  options: tools.map(({ id, title }) => ({ id, label: title })),
});

const planLabel = ({ heading, lines }: Offer['plans'][number]): string =>
  [heading, ...(lines[0]?.values ?? [])].filter(Boolean).join(': ');

/** A group as `views/partials/many.hbs` takes it. */
const groupOf = ({ name, ask, hint, options }: ToChoose, { chosen }: Choice) => ({
  name,
  inputId: `valg-${name}`,
  ask,
  hint,
  error: '',
  optionalLabel: '',
  options: options.map(({ id, label }, index) => ({
    id,
    label,
    inputId: `valg-${name}-${index + 1}`,
    checked: chosen[name].includes(id),
  })),
});

/** The sheet itself, with what was chosen and nothing else: `views/takeAlong/sheet.hbs`. */
export const sheetPage = ({ viewer, offer, choice, now }: PageInput & { now: number }) => {
  const text = texts[viewer.language].takeAlong;
  const { chosen, lines } = choice;
  const picked = <Item extends { id: string }>(group: Group, items: Item[]) =>
    items.filter(({ id }) => chosen[group].includes(id));
  return {
    title: text.sheet.title,
    name: lines.navn,
    made: `${text.sheet.by} ${text.sheet.on(todayInWords(now, viewer.language))}`,
    line: lines.linje,
    plans: picked('plan', offer.plans),
    helped: picked('hjalp', offer.plans).flatMap(({ helped }) => helped),
    answers: picked('svar', offer.answers),
    moods: picked('humoer', offer.moods),
    tools: picked('vaerktoej', offer.tools),
    back: { action: takeAlongPath(viewer), csrf: viewer.csrf, fields: fieldsOf(choice) },
  };
};

/** The choice as hidden fields, so that it can be changed without being kept anywhere. */
const fieldsOf = ({ chosen, lines }: Choice): { name: string; value: string }[] => [
  ...GROUPS.flatMap((group) => chosen[group].map((value) => ({ name: group, value }))),
  ...(['linje', 'navn'] as const).map((name) => ({ name: `answer.${name}`, value: lines[name] })),
];

/** Whether the sheet would say anything at all. */
export const saysAnything = (sheet: ReturnType<typeof sheetPage>): boolean =>
  [sheet.line, sheet.plans, sheet.helped, sheet.answers, sheet.moods, sheet.tools].some((part) => part.length > 0);
