/** Where the link to a copy of someone's data leads. */
export const COPY_PLACE = '/kopi';
