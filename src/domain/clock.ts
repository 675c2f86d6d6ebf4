/** The time as milliseconds since 1970. Handed in wherever time matters, so that tests can set it. */
export type Clock = () => number;
