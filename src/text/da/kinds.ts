/** The names of the kinds of activity in the class table, and the text for one that is not open yet. */
export const kinds = {
  prep: { short: 'Forb.', shortMeans: 'Forb. er forberedelse.', notOpenYet: '' },
  scenario: { short: 'Medk.', shortMeans: 'Medk. er digitale medkursister.', notOpenYet: '' },
  handleplan: { short: 'Plan', shortMeans: 'Plan er handleplan.', notOpenYet: '' },
  survey: {
    short: 'Skema',
    shortMeans: 'Skema er spørgeskema.',
    notOpenYet: 'Du skal ikke gøre noget nu. Kom tilbage, når dagen er der.',
  },
};
