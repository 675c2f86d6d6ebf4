import { type Lms, sign, type SigningKey } from './lms.ts';
import type { Tool as WholeTool } from './tool.ts';

type Tool = Pick<WholeTool, 'url'>;

const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
export const claims = {
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
};

/** A browser as far as a launch goes: it keeps cookies, and follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  keepsCookies = true;

  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    if (this.keepsCookies) for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(url, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1));
  }
}

export function loginFields(lms: Lms, tool: Tool): Record<string, string> {
  return {
    iss: lms.url,
    client_id: lms.facts.clientId,
    login_hint: 'user-4',
    lti_message_hint: '{"cmid":42}',
    lti_deployment_id: 'deployment-1',
    target_link_uri: `${tool.url}/lti/launch`,
  };
}

/** What the tool asked the platform for. */
export interface Asked {
  state: string;
  nonce: string;
  redirect: URL;
}

export async function login(
  browser: Browser,
  { lms, tool }: { lms: Lms; tool: Tool },
  change: Record<string, string> = {},
): Promise<Asked> {
  const response = await browser.post(`${tool.url}/lti/login`, { ...loginFields(lms, tool), ...change });
  const redirect = new URL(response.headers.get('location') ?? 'about:blank');
  return { redirect, state: redirect.searchParams.get('state') ?? '', nonce: redirect.searchParams.get('nonce') ?? '' };
}

export type Payload = Record<string, unknown>;

export function validPayload(lms: Lms, tool: Tool, nonce: string): Payload {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: lms.url,
    aud: lms.facts.clientId,
    sub: 'user-4',
    nonce,
    iat: now,
    exp: now + 60,
    name: 'Kim Holm',
    given_name: 'Kim',
    family_name: 'Holm',
    [claims.messageType]: 'LtiResourceLinkRequest',
    [claims.version]: '1.3.0',
    [claims.deployment]: 'deployment-1',
    [claims.target]: `${tool.url}/lti/launch`,
    [claims.resourceLink]: { id: 'link-1', title: 'Modul 1' },
    [claims.roles]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
    [claims.context]: { id: 'course-1', title: 'Hold 12', type: ['CourseSection'] },
    [claims.custom]: { activity: 'modul-1-forberedelse', context_history: '$Context.id.history' },
    [claims.presentation]: { locale: 'da', document_target: 'iframe', return_url: `${lms.url}/return` },
    [claims.grades]: {
      scope: lms.facts.scopes,
      lineitems: `${lms.url}/lineitems?type_id=1`,
      lineitem: `${lms.url}/lineitems/9/lineitem?type_id=1`,
    },
    [claims.members]: { context_memberships_url: `${lms.url}/members`, service_versions: ['2.0'] },
  };
}

export interface LaunchChanges {
  payload?: (payload: Payload) => Payload;
  key?: SigningKey;
  header?: Record<string, unknown>;
  /** Changes the finished token. */
  token?: (token: string) => string;
  fields?: (fields: Record<string, string>) => Record<string, string>;
}

/** Posts a launch: a valid one, but for what is changed. */
export async function launch(
  { browser, lms, tool, asked }: { browser: Browser; lms: Lms; tool: Tool; asked: Asked },
  changes: LaunchChanges = {},
): Promise<Response> {
  const payload = (changes.payload ?? ((same) => same))(validPayload(lms, tool, asked.nonce));
  const signed = await sign(payload, changes.key ?? lms.key, changes.header);
  const fields = { id_token: (changes.token ?? ((same) => same))(signed), state: asked.state };
  return browser.post(`${tool.url}/lti/launch`, (changes.fields ?? ((same) => same))(fields));
}

/** Log-in and launch in one. */
export async function enter(lms: Lms, tool: Tool, changes: LaunchChanges = {}): Promise<Response> {
  const browser = new Browser();
  return launch({ browser, lms, tool, asked: await login(browser, { lms, tool }) }, changes);
}
