/** The claims of a launch that we read (LTI 1.3 Core, 5; AGS 2.0, 3.1; NRPS 2.0, 3.6.1.1; Deep Linking 2.0, 4.4). */
const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
export const claim = {
  messageType: `${lti}message_type`,
  version: `${lti}version`,
  deployment: `${lti}deployment_id`,
  target: `${lti}target_link_uri`,
  resourceLink: `${lti}resource_link`,
  roles: `${lti}roles`,
  context: `${lti}context`,
  custom: `${lti}custom`,
  presentation: `${lti}launch_presentation`,
  grades: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  members: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  settings: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
} as const;
