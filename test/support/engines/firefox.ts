import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findFirefox } from '../../../tools/browser.mjs';
import { until } from '../waiting.ts';
import { beginBiDi, type BiDi } from './biDi.ts';
import type { Document, Engine, EngineOptions, Tab } from './driver.ts';
import { pageSource } from './pageSource.ts';
import { placeOf } from './target.ts';

/** Danish, and without telemetry. */
const preferences = {
  'intl.accept_languages': 'da-DK,da,en',
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'media.autoplay.default': 0,
};

/** Which cookies of third parties it keeps (`network.cookie.cookieBehavior`). */
const NONE = 1;
const PARTITIONED = 5;

/** Firefox without a screen. */
export async function launchFirefox({ width, partitioned = false }: EngineOptions): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const cookies = { 'network.cookie.cookieBehavior': partitioned ? PARTITIONED : NONE };
  const lines = Object.entries({ ...preferences, ...cookies }).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const program = spawn(
    findFirefox() ?? '',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const session = await beginBiDi(await addressIn(program.stderr));
  const complaints = await listen(session);
  const [first] = await windows(session);
  return {
    tab: await tabOf(session, first ?? '', width),
    complaints: () => complaints,
    close: async () => {
      const ended = once(program, 'exit');
      await session.send('browser.close').catch(() => undefined);
      session.close();
      const late = setTimeout(() => program.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      output.resume();
      return address;
    }
  }
  throw new Error('Firefox ended before it could be driven.');
}

async function listen(session: BiDi): Promise<string[]> {
  const complaints: string[] = [];
  session.on((method, params) => {
    if (method === 'script.message') complaints.push((params['data'] as { value: string }).value);
  });
  await session.send('session.subscribe', { events: ['script.message'] });
  const channel = { type: 'channel', value: { channel: 'complaints' } };
  const functionDeclaration = `(tell) => ${pageSource('listener.js', 'listen')}(tell)`;
  await session.send('script.addPreloadScript', { functionDeclaration, arguments: [channel] });
  return complaints;
}

interface Tree {
  contexts: { context: string; children?: { context: string }[] | null }[];
}

async function windows(session: BiDi): Promise<string[]> {
  return (await session.send<Tree>('browsingContext.getTree', { maxDepth: 0 })).contexts.map(({ context }) => context);
}

async function frameIn(session: BiDi, root: string): Promise<string> {
  const { contexts } = await session.send<Tree>('browsingContext.getTree', { root });
  const frame = contexts[0]?.children?.[0]?.context;
  if (frame === undefined) throw new Error('no frame');
  return frame;
}

async function tabOf(session: BiDi, context: string, width: number): Promise<Tab> {
  // A window that has just opened has no size yet.
  await until('a window has a size', () =>
    session.send('browsingContext.setViewport', { context, viewport: { width, height: 900 } }).then(
      () => true,
      () => false,
    ),
  );
  const whole = documentIn(session, () => Promise.resolve(context));
  const framed = documentIn(session, () => frameIn(session, context));
  return {
    ...placeOf(whole),
    evaluate: whole.evaluate,
    goto: (url) => session.send('browsingContext.navigate', { context, url, wait: 'complete' }),
    reload: () => session.send('browsingContext.reload', { context, wait: 'complete' }),
    url: () => whole.evaluate('location.href'),
    frame: () => ({ ...placeOf(framed), evaluate: framed.evaluate }),
    opened: async (by) => {
      const before = await windows(session);
      let added: string | undefined;
      await by();
      await until('a window opens', async () => {
        added = (await windows(session)).find((one) => !before.includes(one));
        return added !== undefined;
      });
      return tabOf(session, added ?? '', width);
    },
    screenshot: async (file) => {
      const { data } = await session.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  };
}

interface Result {
  type: 'success' | 'exception';
  result: { type: string; value?: string; sharedId?: string };
  exceptionDetails?: { text: string };
}

function documentIn(session: BiDi, contextNow: () => Promise<string>): Document {
  const run = async (expression: string): Promise<Result['result']> => {
    const target = { context: await contextNow() };
    const answer = await session.send<Result>('script.evaluate', { expression, target, awaitPromise: true });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return answer.result;
  };
  const act = async (source: object): Promise<void> => {
    await session.send('input.performActions', { context: await contextNow(), actions: [source] });
  };
  return {
    evaluate: async <T>(expression: string) => {
      const { value } = await run(`Promise.resolve(${expression}).then((value) => JSON.stringify(value))`);
      return (value === undefined ? undefined : JSON.parse(value)) as T;
    },
    press: async (element) => {
      const { sharedId } = await run(
        `((found) => (found?.scrollIntoView({ block: 'center', behavior: 'instant' }), found))((${element})())`,
      );
      if (sharedId === undefined) throw new Error('not there');
      const move = { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId } } };
      const [down, up] = [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await act({ type: 'pointer', id: 'mouse', actions: [move, down, up] });
    },
    type: (text) => act({ type: 'key', id: 'keys', actions: Array.from(text).flatMap(keysOf) }),
  };
}

/** WebDriver's code for the Enter key. */
const ENTER = '\uE007';

function keysOf(character: string) {
  const value = character === '\n' ? ENTER : character;
  return [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
}
