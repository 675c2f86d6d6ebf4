/**
 * Every address of the platform, derived from its issuer. As in Moodle, the course's id is in the service addresses.
 */
export function addressesOf(issuer: string) {
  return {
    issuer,
    origin: new URL(issuer).origin,
    /** Path of the sandbox, for example `/sandbox`; the scope of its cookies. */
    base: new URL(issuer).pathname.replace(/\/$/, ''),
    configuration: `${issuer}/.well-known/openid-configuration`,
    keys: `${issuer}/keys`,
    authorization: `${issuer}/auth`,
    token: `${issuer}/token`,
    registration: `${issuer}/register`,
    lineItems: (of: string) => `${issuer}/services/${of}/lineitems?type_id=${deployment}`,
    lineItem: (item: { id: string; course: string }) =>
      `${issuer}/services/${item.course}/lineitems/${item.id}/lineitem?type_id=${deployment}`,
    members: (of: string) => `${issuer}/services/CourseSection/${of}/bindings/${deployment}/memberships`,
    return: `${issuer}/retur`,
    /** Where the tool posts the chosen items; the id allows one answer. */
    deepLinkingReturn: (id: string) => `${issuer}/valgt?id=${id}`,
  };
}

export type Addresses = ReturnType<typeof addressesOf>;

/** The course room that a person sees; tests can copy it. */
export const course = { id: '2', label: 'PRØVE', title: 'Prøverum' } as const;

/** The only deployment; Moodle's `type_id` has the same value. */
export const deployment = '1';
