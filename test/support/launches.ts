import type { Launch } from '../../src/domain/launch.ts';

/** A participant's launch into module 1's preparation; change what the test is about. */
export function aLaunch(change: Partial<Launch> = {}): Launch {
  return {
    platform: 'platform-1',
    deployment: '1',
    context: { id: '2', title: 'Hold 7' },
    resourceLink: { id: '17', title: 'Forberedelse til uge 1' },
    person: { subject: '4', name: 'Sara Holm' },
    role: 'participant',
    language: 'da',
    activity: 'modul-1-forberedelse',
    services: {
      lineItem: 'https://lms.example/lineitems/9/lineitem?type_id=1',
      lineItems: 'https://lms.example/lineitems?type_id=1',
      scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
      memberships: 'https://lms.example/memberships',
    },
    returnUrl: 'https://lms.example/course/2',
    ...change,
  };
}
