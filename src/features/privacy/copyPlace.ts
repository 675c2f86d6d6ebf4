/** The address of the link to a copy of someone's data. */
export const COPY_PLACE = '/kopi';
