import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jwtVerify } from 'jose';
import { startLms, sign, type Lms } from '../test/lti/support/lms.ts';
import { Browser, launch as post, login, validPayload } from '../test/lti/support/launching.ts';
import { compared, comparedInTurns, median, timed, type Bench, type Measurement } from './measure.ts';
import { startPlainLtijs, startPlainLtiTool, type PlainTool } from './support/plainTool.ts';
import { processorTimeOf } from './support/processorTime.ts';
import { seededStore } from './support/seededStore.ts';

/** Launches of a round; a round of the one tool follows a round of the other. All together are what an address may in a minute (1,200). */
const LAUNCHES = 40;
const ROUNDS = 14;
/** Participants who come, each again and again. */
const PEOPLE = 20;

/**
 * Milliseconds in which a platform gives its key set: Moodle 4.5.6 (`mod/lti/certs.php`; nginx, PHP 8.2 with opcache, PostgreSQL) on a
 * quiet machine of two cores, asked a hundred times over a connection that is open already. Over a new one, with TLS, as plain ltijs
 * asks at each launch, it was 10, and a network comes on top.
 */
const MOODLES_KEY_SET = 8;

/** How long platforms take to give their keys, and what the table says of them. */
const platforms = [
  { platform: 'keys at once', takes: 0 },
  { platform: `keys in ${MOODLES_KEY_SET} ms, as Moodle's`, takes: MOODLES_KEY_SET },
];

/** What `@lti-tool/core` takes no launch without. */
const wanted = { email: 'kim@example.dk' };

interface Target {
  url: string;
  pid: number;
}

interface Round {
  /** Milliseconds of the tool's processor for each launch. */
  processor: number;
  /** Milliseconds that a launch takes, from the login request to the page. */
  time: number;
}

/** From the login request to the page, each answer awaited; the LMS's own work is not counted. */
async function launchOnce(lms: Lms, tool: Target, number: number): Promise<number> {
  const browser = new Browser();
  let taken = 0;
  const counted = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const begun = performance.now();
    const answer = await ask();
    taken += performance.now() - begun;
    return answer;
  };
  const asked = await counted(() => login(browser, { lms, tool }));
  const person = { sub: `user-${number % PEOPLE}`, ...wanted };
  const token = await sign({ ...validPayload(lms, tool, asked.nonce), ...person }, lms.key);
  const fields = { token: () => token };
  const launched = await counted(() => post({ browser, lms, tool, asked }, fields));
  const page = await counted(() => follow(browser, launched, tool.url));
  if (page.status !== 200 || !page.html.includes('<h1')) throw new Error(`The launch ended with ${page.status}.`);
  return taken;
}

async function follow(browser: Browser, answer: Response, base: string): Promise<{ status: number; html: string }> {
  const location = answer.headers.get('location');
  const html = await answer.text();
  if (location === null) return { status: answer.status, html };
  const url = new URL(location, base).href;
  return follow(browser, await browser.send(url), url);
}

async function round(lms: Lms, tool: Target): Promise<Round> {
  const before = processorTimeOf(tool.pid);
  const times: number[] = [];
  for (let number = 0; number < LAUNCHES; number += 1) times.push(await launchOnce(lms, tool, number));
  const processor = (processorTimeOf(tool.pid) - before) / LAUNCHES;
  return { processor, time: median(times) };
}

/** What no tool can do without: a token's signature to check, and a write that the disk has taken. */
async function limits(lms: Lms): Promise<{ signature: number; write: number }> {
  const token = await sign({ iss: lms.url }, lms.key);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = openSync(join(folder, 'file'), 'w');
  const signature = await timed(200, () => jwtVerify(token, lms.key.jwk));
  const write = await timed(200, () => {
    writeSync(file, 'x'.repeat(4096));
    fsyncSync(file);
    return Promise.resolve();
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return { signature, write };
}

/**
 * A launch with its page, beside the same in tools that are a library and nothing else, with all their state in memory: with a
 * platform that gives its key set at once, and with one that gives it as Moodle does. Plain ltijs asks for it at each launch.
 */
export const launch: Bench = async () => {
  const lms = await startLms();
  const store = await seededStore();
  await store.deps.lti.platforms.add(lms.facts);
  const product = await store.start();
  const registered = { issuer: lms.url, clientId: lms.facts.clientId };
  const [ltijs, ltiTool] = [await startPlainLtijs(registered), await startPlainLtiTool(registered)];
  const others: [string, PlainTool][] = [
    ['ltijs 5.9.9', ltijs],
    ...(ltiTool ? [['@lti-tool/core', ltiTool] as [string, PlainTool]] : []),
  ];
  try {
    const own = { url: product.url, pid: product.pid() };
    const rounds = await roundsInTurns(lms, [own, ...others.map(([, other]) => other)]);
    const besideEach = rounds.flatMap(({ platform, tools: [ours = [], ...theirs] }) =>
      others.flatMap(([name], index) =>
        inTurns(ours, theirs[index] ?? [], { beside: `plain ${name}, in memory`, platform }),
      ),
    );
    return [...besideEach, ...shares(await limits(lms), rounds[0]?.tools[0] ?? [])];
  } finally {
    for (const [, { child }] of others) child.kill();
    await store.remove();
    await lms.close();
  }
};

interface OfPlatform {
  platform: string;
  /** The rounds of each tool. */
  tools: Round[][];
}

/** Rounds with each platform and each tool in turns, after one of each tool that warms it up. */
async function roundsInTurns(lms: Lms, tools: Target[]): Promise<OfPlatform[]> {
  const rounds = platforms.map((one) => ({ ...one, tools: tools.map(() => [] as Round[]) }));
  for (const tool of tools) await round(lms, tool);
  for (let count = 0; count < ROUNDS; count += 1)
    for (const { takes, tools: kept } of rounds) {
      giveKeysIn(takes, lms);
      for (const [index, tool] of tools.entries()) kept[index]?.push(await round(lms, tool));
    }
  return rounds;
}

/** Only the keys take their time: all else of the LMS answers at once. @param takes milliseconds */
function giveKeysIn(takes: number, { replies, published }: Lms): void {
  const reply = {
    status: 200,
    body: { keys: published },
    get after() {
      return takes > 0 ? pause(takes) : Promise.resolve();
    },
  };
  replies.set('/keys', [reply]);
}

function inTurns(
  ours: Round[],
  theirs: Round[],
  { beside, platform }: Record<'beside' | 'platform', string>,
): Measurement[] {
  const series = (of: 'processor' | 'time', goal: string) =>
    comparedInTurns(
      {
        what: `${of === 'time' ? 'a launch with its page' : 'the processor for it'} (${platform})`,
        values: ours.map((one) => one[of]),
      },
      { what: beside, values: theirs.map((one) => one[of]) },
      { note: goal },
    );
  return [series('time', 'goal: 0.25 ×'), series('processor', 'goal: 0.5 ×')];
}

function shares({ signature, write }: { signature: number; write: number }, ours: Round[]): Measurement[] {
  const whole = {
    what: 'a launch with its page',
    value: median(ours.map(({ time }) => time)),
  };
  return [
    compared({ what: 'of it, checking one RSA signature', value: signature }, whole),
    compared({ what: 'of it, one write that the disk has taken', value: write }, whole),
  ];
}
