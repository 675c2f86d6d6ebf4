/** The link to the whole window, for courses that show us in a low frame. */
export const wholeWindow = {
  link: 'Vis i hele vinduet',
  failed: 'Det gik ikke. Prøv igen om lidt.',
};
