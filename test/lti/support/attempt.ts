import { expect } from 'chai';
import { load } from 'cheerio';
import type { JWTPayload } from 'jose';
import { startAppAndPlatform } from '../../support/app.ts';
import type { LaunchOptions } from '../../support/platform/launch.ts';
import { people } from '../../support/platform/startPlatform.ts';
import type { Visit } from '../../support/platform/webClient.ts';
import type { SigningKey } from './lms.ts';

/** What one fact is wrong about. Everything else is a valid launch of the trial platform. */
export interface Wrong {
  claims?: (claims: JWTPayload) => JWTPayload;
  header?: Record<string, unknown>;
  /** Signs instead of the platform's own key. */
  key?: SigningKey;
  /** Changes the signed token. */
  token?: (token: string) => string;
  /** Changes what is posted to the launch address. */
  post?: LaunchOptions['changeLaunch'];
}

export type World = Awaited<ReturnType<typeof startAppAndPlatform>>;

/** The real tool over HTTP, and the trial platform for it to launch from; both end with the suite. */
export function world(): () => World {
  let both: World | undefined;
  before(async () => {
    both = await startAppAndPlatform();
  });
  after(() => both?.close());
  return () => {
    if (!both) throw new Error('The world has not begun.');
    return both;
  };
}

const activity = 'modul-1-forberedelse';

/** A launch with something wrong about it: the tool's own answer. */
export async function attempt({ platform }: World, wrong: Wrong = {}): Promise<Visit> {
  const { misbehave } = platform;
  misbehave.claims = wrong.claims;
  misbehave.token = wrong.token;
  if (wrong.key) misbehave.signingKey = wrong.key.privateKey;
  if (wrong.header) misbehave.header = (header) => ({ ...header, ...wrong.header });
  try {
    const changes = wrong.post ? { changeLaunch: wrong.post } : {};
    return (await platform.launch({ person: people.mette, activity, ...changes })).launched;
  } finally {
    Object.assign(misbehave, { claims: undefined, token: undefined, signingKey: undefined, header: undefined });
  }
}

/** Whether an answer lets anyone in: sends them to a room, or gives them a session. */
export function letsIn({ headers }: Pick<Visit, 'headers'>): boolean {
  return headers.has('location') || headers.getSetCookie().some((line) => /^rum=/.test(line));
}

/** A page for a person, with a code: never JSON, never a trace of the program, never a session, never a fault of ours. */
export function expectRefused(answer: Visit, code: string): void {
  const $ = load(answer.html);
  expect($('.problem-code').attr('data-code'), answer.html.slice(0, 300)).to.equal(code);
  expect(answer.status).to.be.within(400, 499);
  expect(letsIn(answer)).to.equal(false);
  expect(answer.headers.get('content-type')).to.equal('text/html; charset=utf-8');
  expect(answer.headers.get('cache-control')).to.equal('no-store');
  expect($('h1').length).to.equal(1);
  expect($('html').attr('lang')).to.be.oneOf(['da', 'en']);
  expect(answer.html).not.to.match(/node_modules|\bat .+\.[jt]s:\d+/);
}

export function without(...names: string[]) {
  return (claims: JWTPayload): JWTPayload =>
    Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
}

export function having(changes: Record<string, unknown>) {
  return (claims: JWTPayload): JWTPayload => ({ ...claims, ...changes });
}

/** Changes one member of a claim that is an object. */
export function within(name: string, changes: Record<string, unknown>) {
  return (claims: JWTPayload): JWTPayload => ({ ...claims, [name]: { ...(claims[name] as object), ...changes } });
}

function base64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The same token under another header, which breaks the signature or drops it. */
export function reheaded(change: Record<string, unknown>, signature?: string) {
  return (token: string): string => {
    const [header = '', payload, old] = token.split('.');
    const given = JSON.parse(Buffer.from(header, 'base64url').toString()) as object;
    return `${base64({ ...given, ...change })}.${payload}.${signature ?? old}`;
  };
}

/** The same token with another payload, under the old signature. */
export function repaid(change: Record<string, unknown>) {
  return (token: string): string => {
    const [header, payload = '', signature] = token.split('.');
    const given = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    return `${header}.${base64({ ...given, ...change })}.${signature}`;
  };
}

/** Seconds since 1970, this much from now. */
export function at(offset: number): number {
  return Math.floor(Date.now() / 1000) + offset;
}
