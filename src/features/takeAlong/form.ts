import { entriesOf, textsIn, valuesIn } from '../../forms/values.ts';

/** The groups of things to choose from; each is a field that may come several times. */
export const GROUPS = ['plan', 'hjalp', 'svar', 'humoer', 'vaerktoej'] as const;
export type Group = (typeof GROUPS)[number];

/** Texts written for the sheet alone, and how much room there is. */
export const LIMITS = { linje: 1000, navn: 100 } as const;
export type Line = keyof typeof LIMITS;

/** What a person has chosen to take along. Nothing of it is kept on the server. */
export interface Choice {
  chosen: Record<Group, string[]>;
  /** `linje`: what the reader is to know. `navn`: the person's name, where they want it there. */
  lines: Record<Line, string>;
  /** Whether it is to be changed rather than shown as a sheet. */
  isToChange: boolean;
}

/** @param body as `express.urlencoded` gives it, or anything else; what cannot be read was not chosen. */
export const parseChoice = (body: unknown): Choice => {
  const posted = new Map(entriesOf(body));
  const many = (group: Group) => [...new Set(valuesIn(posted.get(group)))];
  const line = (name: Line) => textsIn(posted.get(`answer.${name}`)).join('\n\n');
  return {
    chosen: {
      plan: many('plan'),
      hjalp: many('hjalp'),
      svar: many('svar'),
      humoer: many('humoer'),
      vaerktoej: many('vaerktoej'),
    },
    lines: { linje: line('linje'), navn: line('navn') },
    isToChange: posted.get('ret') !== undefined,
  };
};

export const noChoice: Choice = parseChoice({});

/** Texts for which the sheet has no room, with their length. */
export const tooLong = ({ lines }: Choice): Map<Line, number> =>
  new Map(
    (['linje', 'navn'] as const)
      .map((name): [Line, number] => [name, lines[name].length])
      .filter(([name, length]) => length > LIMITS[name]),
  );
