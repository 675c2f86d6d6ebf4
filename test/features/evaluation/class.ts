import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programFile } from '../../../tools/programMade.mjs';
import { commandHere } from '../../cli/command.ts';
import { readConfig } from '../../../src/config.ts';
import { claims, enter, type Payload } from '../../lti/support/launching.ts';
import { startLms } from '../../lti/support/lms.ts';
import { startProduct } from '../../support/product.ts';
import { answersAlike } from '../../support/answersAlike.ts';
import { visitor } from '../survey/visitor.ts';
import { outside } from '../../support/outside.ts';

export interface Comes {
  person: string;
  activity: string;
  course?: string;
  role?: 'Learner' | 'Instructor';
}

const command = programFile('cli');
const laterClock = join(import.meta.dirname, '../../support/laterClock.mjs');

/** The product in a process of its own, and an LMS that launches whomever the test says, as late as the test says. */
export async function startClass() {
  const product = await startProduct({ SANDBOX: 'off', LOG_LEVEL: 'silent' });
  const lms = await startLms();
  const settings = () => readConfig({ PORT: new URL(product.url).port, DATA_DIR: product.dataDir });
  const folder = mkdtempSync(join(tmpdir(), 'lms-'));
  const file = join(folder, 'platform.json');
  const { issuer, clientId: client_id, authEndpoint, tokenEndpoint, jwksUri, deployments, name } = lms.facts;
  const endpoints = { authorization_endpoint: authEndpoint, token_endpoint: tokenEndpoint, jwks_uri: jwksUri };
  writeFileSync(file, JSON.stringify({ name, issuer, client_id, ...endpoints, deployment_ids: deployments }));
  const added = await commandHere('platform', ['add', file], settings);
  rmSync(folder, { recursive: true });
  if (added.code !== 0) throw new Error(added.err);
  let ahead = 0;
  return {
    url: product.url,
    /** So much later than it is. */
    later: async (ms: number) => {
      ahead = ms;
      await product.stop();
      await product.restart(ms);
    },
    /** Someone comes by a whole launch, on a device of their own. */
    arrive: async ({ person, activity, course = 'course-1', role = 'Learner' }: Comes) => {
      const now = Math.floor((Date.now() + ahead) / 1000);
      const payload = (valid: Payload): Payload => ({
        ...valid,
        ...{ sub: person, name: '', iat: now, exp: now + 60 },
        [claims.context]: { id: course, title: course, type: ['CourseSection'] },
        [claims.resourceLink]: { id: `${course} ${activity}`, title: activity },
        [claims.roles]: [`http://purl.imsglobal.org/vocab/lis/v2/membership#${role}`],
        [claims.custom]: { activity },
      });
      const launched = await enter(lms, { url: product.url }, { payload });
      const to = new URL(launched.headers.get('location') ?? 'about:blank', product.url).pathname;
      const room = /^\/rum\/[^/]+/.exec(to)?.[0];
      if (!room) throw new Error(`The launch of ${person} led to ${to} (${launched.status}): ${await launched.text()}`);
      const cookie =
        launched.headers
          .getSetCookie()
          .find((line) => line.startsWith('rum='))
          ?.split(';')[0] ?? '';
      return { ...visitor(product.url, { cookie, path: room }), room, to };
    },
    /** An evaluator comes by a link from the command line. */
    evaluator: async () => {
      const env = { ...outside, AHEAD_MS: String(ahead), PORT: new URL(product.url).port };
      const script = ['--import', laterClock, command, 'evaluation', 'link'];
      const { stdout: out } = await promisify(execFile)(process.execPath, script, {
        env: { ...env, DATA_DIR: product.dataDir },
      });
      const link = new URL(out.split('\n')[0] ?? '').pathname;
      const browser = visitor(product.url);
      const page = await browser.press(await browser.open(link));
      return { ...browser, page, link };
    },
    close: async () => {
      await product.remove();
      await lms.close();
    },
  };
}

export type Class = Awaited<ReturnType<typeof startClass>>;

/** Answers a survey by its forms, from the first step to the receipt, each question as is said. */
export async function answer(who: Awaited<ReturnType<Class['arrive']>>, valueOf: (question: string) => string) {
  let page = await who.open(who.to);
  for (let step = 0; step < 20 && page.$('#activity').length > 0; step += 1) {
    const intent = page.$('button[value=next]').length > 0 ? 'next' : 'send';
    page = await who.press(page, { ...answersAlike(page.$, valueOf), intent }, /\/trin\//);
  }
  if (page.h1 !== 'Tak for dine svar') throw new Error(`It ended at ${page.path}: ${page.words.slice(0, 300)}`);
}
