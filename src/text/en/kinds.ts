/** The names of the kinds of activity in the class table, and the text for one that is not open yet. */
export const kinds = {
  prep: { short: 'Prep', shortMeans: 'Prep is preparation.', notOpenYet: '' },
  scenario: { short: 'Co-p.', shortMeans: 'Co-p. is digital co-participants.', notOpenYet: '' },
  handleplan: { short: 'Plan', shortMeans: 'Plan is action plan.', notOpenYet: '' },
  survey: {
    short: 'Survey',
    shortMeans: 'Survey is questionnaire.',
    notOpenYet: 'There is nothing to do now. Come back when the day is here.',
  },
};
