import type { Localized } from '../localized.ts';
import { causes } from './yamlWords.ts';
import type { Line } from './yamlLine.ts';

interface Column {
  at: number;
  isDash: boolean;
}

/** Spaces by which what belongs to a line stands further in, all through a course. */
const STEP = 2;

/** Follows where lines begin, from the first on. */
export function createColumns() {
  let open: Column[] = [];
  let mayBeDeeper = true;
  return {
    /** Says what is wrong with where the line begins. */
    take: (line: Line): Localized | undefined => {
      const [at = 0] = line.columns;
      const deepest = open.at(-1)?.at ?? -STEP;
      if (line.key === undefined && !line.isList) return at <= deepest ? causes.noColon : undefined;
      const above = open.filter((one) => one.at <= at);
      if (!isPlace({ at, isDash: line.isList }, { above, deepest, mayBeDeeper })) {
        return wrongPlace({ at, isDash: line.isList }, { open, deepest, mayBeDeeper });
      }
      open = [...above.filter((one) => one.at < at), ...columnsOf(line)];
      mayBeDeeper = line.value === '';
      return undefined;
    },
  };
}

function columnsOf({ columns }: Line): Column[] {
  return columns.map((at, place) => ({ at, isDash: place < columns.length - 1 }));
}

interface Above {
  above: Column[];
  deepest: number;
  mayBeDeeper: boolean;
}

function isPlace({ at, isDash }: Column, { above, deepest, mayBeDeeper }: Above): boolean {
  if (mayBeDeeper && at === deepest + STEP) return true;
  const beside = above.at(-1);
  // A list may begin right below the word that it belongs to.
  return beside?.at === at && (beside.isDash === isDash || (isDash && mayBeDeeper && at === deepest));
}

function wrongPlace({ at, isDash }: Column, { open, deepest, mayBeDeeper }: Omit<Above, 'above'> & { open: Column[] }) {
  if (mayBeDeeper) return causes.indent(at, deepest + STEP);
  if (isDash && at > deepest + 1) return causes.listWithoutWord;
  const alike = open.filter((one) => one.isDash === isDash).map((one) => one.at);
  const [right = 0] = alike.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at) || b - a);
  return causes.indent(at, right);
}
