/** Where the course shows us in a low frame: the link to the whole window. */
export const wholeWindow = {
  link: 'Vis i hele vinduet',
  failed: 'Det gik ikke. Prøv igen om lidt.',
};
