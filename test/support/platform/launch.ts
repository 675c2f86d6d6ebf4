import { decodeJwt, type JWTPayload } from 'jose';
import type { Activity } from '../../../src/sandbox/course/activities.ts';
import type { CourseRoom } from '../../../src/sandbox/sandbox.ts';
import { createWebClient, formOf, type Visit, type WebClient } from './webClient.ts';

export interface LaunchOptions {
  /** Id of a person: see `people`. */
  person: string;
  /** Resource link id, title or custom `activity`; `select` for a content selection (deep linking). */
  activity: string;
  /** Default: the platform's own course. Pass a copy of it to launch from there. */
  course?: CourseRoom;
  /** Default: a new client without cookies. Pass the client of an earlier launch to come back. */
  client?: WebClient;
  language?: 'da' | 'en';
  /** In a new window instead of a frame. */
  window?: boolean;
  /** Changes what the tool's login receives. */
  changeLogin?: (fields: Record<string, string>) => Record<string, string>;
  /** Changes the authorization request that the tool makes. */
  changeAuthorization?: (address: URL) => void;
  /** Changes what is posted to the tool's launch address (`id_token`, `state`). */
  changeLaunch?: (fields: Record<string, string>) => Record<string, string>;
}

export interface Launch {
  client: WebClient;
  /** The tool's last answer to the login request: the one that redirects to the platform. */
  login: Visit;
  /** The platform's page that posts to the tool. */
  authorization: Visit;
  idToken: string;
  state: string;
  claims: JWTPayload;
  /** The address and fields posted to the tool, for posting them again. */
  posted: { action: string; fields: Record<string, string> };
  /** The tool's own answer to the launch. */
  launched: Visit;
  /** The page in the window at the end. */
  page: Visit;
}

/** What a launch needs to know about a course: where its links are. */
interface Links {
  activities(): Promise<Pick<Activity, 'id' | 'title' | 'custom'>[]>;
}

async function startAddress(room: Links, issuer: string, options: LaunchOptions): Promise<string> {
  if (options.activity === 'select') return `${issuer}/vaelg/start`;
  const activity = (await room.activities()).find((each) =>
    [each.id, each.title, each.custom['activity']].includes(options.activity),
  );
  if (!activity) throw new Error(`No activity ${options.activity} in the course room.`);
  return `${issuer}/start/${activity.id}${options.window ? '?vindue=1' : ''}`;
}

/** Chooses a person in the course room. */
export async function signIn(client: WebClient, issuer: string, person: string): Promise<void> {
  const answer = await client.post(`${issuer}/person`, { person });
  if (answer.status !== 303) throw new Error(`Signing in as ${person} gave ${answer.status}.`);
}

interface Place {
  issuer: string;
  course: Links;
}

/** Follows the tool's own redirects (for example to test its cookie) until the next one leads to the platform. */
async function towardsPlatform(client: WebClient, issuer: string, visit: Visit): Promise<Visit> {
  const location = visit.headers.get('location');
  const next = location === null ? undefined : new URL(location, visit.url).href;
  if (next === undefined || next.startsWith(issuer)) return visit;
  return towardsPlatform(client, issuer, await client.get(next));
}

/** The tool's login request, up to its redirect to the platform. */
export async function beginLogin({ issuer, course }: Place, options: LaunchOptions) {
  const client = options.client ?? createWebClient();
  await signIn(client, issuer, options.person);
  if (options.language) await client.get(`${issuer}/kursus?lang=${options.language}`);
  const start = await client.get(await startAddress(options.course ?? course, issuer, options));
  const form = formOf(start);
  const fields = options.changeLogin ? options.changeLogin(form.fields) : form.fields;
  const login = await towardsPlatform(client, issuer, await client.post(form.action, fields));
  return { client, start, loginForm: { ...form, fields }, login };
}

/** @throws if the login is not redirected, or the platform posts nothing to the tool */
export async function launch(place: Place, options: LaunchOptions): Promise<Launch> {
  const { client, login } = await beginLogin(place, options);
  const location = login.headers.get('location');
  if (!location) throw new Error(`The tool's login answered ${login.status}: ${login.html.slice(0, 300)}`);
  const address = new URL(location, login.url);
  options.changeAuthorization?.(address);
  const authorization = await client.get(address.href);
  const form = formOf(authorization, '#go');
  const fields = options.changeLaunch ? options.changeLaunch(form.fields) : form.fields;
  const idToken = fields['id_token'] ?? '';
  const launched = await client.post(form.action, fields, { origin: new URL(place.issuer).origin });
  return {
    client,
    login,
    authorization,
    idToken,
    state: fields['state'] ?? '',
    claims: readClaims(idToken),
    posted: { action: form.action, fields },
    launched,
    page: await client.follow(launched),
  };
}

function readClaims(idToken: string): JWTPayload {
  try {
    return decodeJwt(idToken);
  } catch {
    return {};
  }
}
