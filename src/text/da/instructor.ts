export const instructor = {};
