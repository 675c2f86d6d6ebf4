import type { AbsenceReason } from '../../domain/absence.ts';

const reasons: Record<AbsenceReason, string> = {
  syg: 'Jeg er syg eller har ondt',
  'for-meget': 'Det er for meget for mig lige nu',
  barn: 'Mit barn eller en anden har brug for mig',
  aftale: 'Jeg har en anden aftale',
  arbejde: 'Jeg skal på arbejde eller i praktik',
  teknik: 'Min computer, telefon eller forbindelse driller',
  andet: 'Noget andet',
  'vil-ikke-sige': 'Det vil jeg ikke sige',
};

/** A participant says that they cannot come to the next webinar. */
export const absence = {
  title: 'Jeg kan ikke komme',
  link: 'Jeg kan ikke komme',
  told: 'Du har sagt, at du ikke kommer.',
  change: 'Ret det',
  undo: 'Jeg kommer alligevel',
  webinar: (when: string) => `Webinaret er ${when}.`,
  fine: 'Det er helt i orden. Du kan komme igen næste gang.',
  ask: 'Hvorfor kan du ikke komme?',
  whoSees: 'Din instruktør kan se, at du ikke kommer, men ikke din grund.',
  counted: (least: number) =>
    `Grundene bliver talt sammen for hele holdet. Tallene bliver først vist, når mindst ${least} har meldt afbud.`,
  send: 'Sig det til min instruktør',
  back: 'Til min uge',
  reasons,
  errors: { reason: 'Vælg en grund. Du kan også vælge “Det vil jeg ikke sige”' },
  none: 'Der er ikke noget webinar lige nu',
  noneText: 'Så snart det næste webinar har en dag, kan du sige her, at du ikke kan komme.',
};
