/** Scopes of a gradebook's columns (AGS 2.0, 3.2.1): to read and make them, or to read them alone. */
export const columnScopes = {
  write: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  read: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
} as const;
