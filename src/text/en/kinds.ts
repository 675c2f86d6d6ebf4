/** The names of the kinds of activity in the class table, and the text for an activity that is not open yet. */
export const kinds = {
  prep: { notOpenYet: '' },
  scenario: { notOpenYet: '' },
  handleplan: { notOpenYet: '' },
  survey: {
    notOpenYet: 'There is nothing to do now. Come back when the day is here.',
  },
};
