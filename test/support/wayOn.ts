/** What leads on to another page of a form: a button that says so, or one that is an answer. */
export const wayOn = 'button[value=next], button[name^="answer."]';
