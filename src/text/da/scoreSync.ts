interface SyncCounts {
  delivered: number;
  waiting: number;
  columnless: number;
  stopped: number;
}

/** What the course room has been told about grades: for instructors. */
export const sync = {
  title: 'Besked til kursusrummet',
  intro: 'Når en deltager har sendt, får kursusrummet besked om det.',
  counts: ({ delivered, waiting, columnless, stopped }: SyncCounts) =>
    [
      delivered > 0 ? `${delivered} er nået frem.` : '',
      waiting > 0 ? `${waiting} er på vej.` : '',
      columnless > 0 ? `${columnless} venter på en karakterkolonne.` : '',
      stopped > 0 ? `${stopped} er ikke nået frem.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  attention: (n: number) =>
    n === 1 ? '1 besked til kursusrummet er ikke nået frem.' : `${n} beskeder til kursusrummet er ikke nået frem.`,
  missingTitle: 'Karakterer, der ikke er nået frem',
  week: (number: number) => `Uge ${number}`,
  wholeCourse: 'Hele kurset',
  seeWhy: 'Se hvorfor',
  stopped: 'Ikke nået frem',
  waiting: 'På vej',
  columnless: 'Venter på en karakterkolonne',
  columnlessAdvice: 'Får holdet ingen karakter for den, skal du ikke gøre noget.',
  lookAgain: 'Se efter nu',
  delivered: 'Nået frem',
  deliveredAt: (when: string) => `Nået frem ${when}.`,
  alreadyGraded: 'Kursusrummet havde den allerede.',
  soon: 'Vi sender om et øjeblik.',
  nextTryToday: (time: string) => `Vi prøver igen kl. ${time}.`,
  nextTry: (when: string) => `Vi prøver igen ${when}.`,
  resend: 'Send igen',
  resendFor: (who: string) => `for ${who}`,
  resendAll: 'Send alle igen',
  resendingTitle: 'Vi sender igen nu',
  resendingText: 'Åbn siden igen om lidt. Så kan du se, om det lykkedes.',
  causes: {
    down: 'Kursusrummet svarer ikke. Det går som regel over af sig selv.',
    busy: 'Kursusrummet har travlt lige nu.',
    deleted: 'Aktiviteten er slettet i kursusrummet.',
    notGradable: 'Kursusrummet tager ikke imod karakterer for denne person. Måske er personen ikke på kurset mere.',
    refused: 'Kursusrummet lukker os ikke ind. Fortæl det til den, der passer kursusrummet.',
    off: 'Forbindelsen til kursusrummet er lukket. Fortæl det til den, der passer kursusrummet.',
    noColumn: 'Der er ingen karakterkolonne endnu. Sæt aktiviteten ind på kurset, så kommer karaktererne af sig selv.',
    noGrades: 'Kursusrummet tager ikke imod karakterer fra os. Fortæl det til den, der passer kursusrummet.',
    moved: 'Aktiviteten står et andet sted i kursusrummet nu.',
    tooOld: 'Vi har prøvet i 30 dage og er holdt op.',
    other: 'Kursusrummet svarede noget, vi ikke forstod. Fortæl det til den, der passer kursusrummet.',
  },
  causesTitle: 'Hvorfor noget ikke er nået frem',
  cause: 'Årsag',
  code: 'Kode',
  reason: (words: string) => `Kursussystemet skriver: ${words}`,
};
