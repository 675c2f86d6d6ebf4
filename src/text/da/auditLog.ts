/** "Hvem har læst dine svar": the audit log, shown to the person whose words were read. */
export const auditLog = {
  title: 'Hvem har læst dine svar',
  intro: 'Her kan du se, hver gang en fra kurset har åbnet en side med noget, du har skrevet.',
  notDrafts: 'Ingen kan læse dine kladder, din dagbog eller det, du har valgt at holde for dig selv.',
  none: 'Ingen har læst dine svar endnu',
  noneText: 'Så snart en fra kurset læser noget, du har sendt, står det her.',
  list: 'De nyeste står først',
  roles: {
    instructor: 'Instruktør',
    administrator: 'Administrator',
    tester: 'Testdeltager',
    builder: 'Kursusbygger',
    operator: 'De, der driver systemet',
    participant: 'En deltager',
  },
  kinds: {
    answers: (activity: string) => `læste dine svar til “${activity}”`,
    plans: (activity: string) => `læste din plan i “${activity}”`,
    replies: (activity: string) => `læste beskeder om “${activity}”`,
    copy: (activity: string) => `sørgede for, at en kopi af “${activity}” blev hentet`,
    figures: (activity: string) => `hentede holdets tal fra “${activity}”`,
  },
  kindsAlone: {
    answers: 'læste dine svar',
    plans: 'læste din plan',
    replies: 'læste jeres beskeder',
    copy: 'sørgede for, at en kopi af dine data blev hentet',
    figures: 'hentede holdets tal, hvor dine svar er talt med',
  },
  older: 'Se ældre',
  newest: 'Se de nyeste',
  noMore: 'Der er ikke mere at vise.',
};
