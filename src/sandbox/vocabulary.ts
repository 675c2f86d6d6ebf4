/**
 * Names fixed by the 1EdTech specifications: LTI 1.3, AGS 2.0, NRPS 2.0, Deep Linking 2.0, Dynamic Registration 1.0.
 */
const lti = 'https://purl.imsglobal.org/spec/lti/claim';
const deepLinking = 'https://purl.imsglobal.org/spec/lti-dl/claim';

export const claim = {
  messageType: `${lti}/message_type`,
  version: `${lti}/version`,
  deployment: `${lti}/deployment_id`,
  target: `${lti}/target_link_uri`,
  roles: `${lti}/roles`,
  context: `${lti}/context`,
  resourceLink: `${lti}/resource_link`,
  presentation: `${lti}/launch_presentation`,
  platform: `${lti}/tool_platform`,
  lis: `${lti}/lis`,
  ext: `${lti}/ext`,
  custom: `${lti}/custom`,
  grades: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  names: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  deepLinkingSettings: `${deepLinking}/deep_linking_settings`,
  contentItems: `${deepLinking}/content_items`,
  deepLinkingData: `${deepLinking}/data`,
} as const;

export const toolConfiguration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
export const platformConfiguration = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

export const scope = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  lineItemRead: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  result: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  members: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;
export const gradeScopes: readonly string[] = [scope.lineItem, scope.lineItemRead, scope.result, scope.score];
export const allScopes: readonly string[] = [...gradeScopes, scope.members];

export const media = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  members: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
} as const;

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
export const role = {
  membership,
  learner: `${membership}Learner`,
  instructor: `${membership}Instructor`,
  administrator: `${membership}Administrator`,
  institutionAdministrator: 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
  systemAdministrator: 'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
} as const;
