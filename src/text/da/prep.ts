export const prep = {};
