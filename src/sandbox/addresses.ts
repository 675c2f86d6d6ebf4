/** Every address of the platform, made from its issuer. The course's id is in the service addresses as in Moodle. */
export const addressesOf = (issuer: string) => {
  const services = `${issuer}/services/${course.id}`;
  const lineItem = (id: string) => `${services}/lineitems/${id}/lineitem?type_id=${deployment}`;
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
    lineItems: `${services}/lineitems?type_id=${deployment}`,
    lineItem,
    members: `${issuer}/services/CourseSection/${course.id}/bindings/${deployment}/memberships`,
    return: `${issuer}/retur`,
    /** Where the tool posts what was chosen; the id admits one answer. */
    deepLinkingReturn: (id: string) => `${issuer}/valgt?id=${id}`,
  };
};

export type Addresses = ReturnType<typeof addressesOf>;

/** The one course room of the sandbox. */
export const course = { id: '2', label: 'PRØVE', title: 'Prøverum' } as const;

/** The one deployment; Moodle's `type_id` is the same value. */
export const deployment = '1';
