/**
 * What a course room leaves out, explained to staff in the words of Moodle's own page (English if the Danish is not
 * known).
 */
export const leftOut = {
  heading: 'Kursussystemet deler ikke alt med os',
  intro:
    'Det kan den rette, der passer kursussystemet. I Moodle er det siden med værktøjets indstillinger: Administrer værktøjer, blyanten ved TÆTTERE PÅ JOB. Det virker fra næste gang, nogen åbner kurset.',
  grades: {
    what: 'Karakterer og gennemførelse når ikke frem.',
    setting: 'IMS LTI Assignment and Grade Services',
    value: 'Use this service for grade sync and column management',
  },
  list: {
    what: 'Vi kan ikke se, hvem der er på holdet, før de har været her.',
    setting: 'IMS LTI Names and Role Provisioning',
    value: 'Use this service to retrieve members’ information as per privacy settings',
  },
  names: {
    what: 'Ingen har navn her. Er det meningen, skal I ikke gøre noget.',
    setting: 'Share launcher’s name with tool',
    value: 'Always',
  },
  choose: 'vælg',
};
