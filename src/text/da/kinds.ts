/** What is said of the kinds of activity: the text for an activity that is not open yet. */
export const kinds = {
  prep: { notOpenYet: '' },
  scenario: { notOpenYet: '' },
  handleplan: { notOpenYet: '' },
  survey: {
    notOpenYet: 'Du skal ikke gøre noget nu. Kom tilbage, når dagen er der.',
  },
};
