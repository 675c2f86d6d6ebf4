import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports.ts';
import { until } from '../waiting.ts';
import { openDisplay } from './display.ts';
import { endWithProcess } from './endWithProcess.ts';
import type { Document, Engine, EngineOptions, Tab } from './driver.ts';
import { placeOf } from './target.ts';
import { beginSession, type WebDriver } from './webDriver.ts';

/** WebKitGTK, with Safari's engine, in the bare window of window.py. */
export async function launchWebKit({ width }: EngineOptions): Promise<Engine> {
  const opened: (() => void)[] = [];
  try {
    return await begin(width, opened);
  } catch (error) {
    // If the session does not begin, nothing is left running.
    closeAll(opened);
    throw error;
  }
}

function closeAll(opened: (() => void)[]): void {
  for (const close of opened.splice(0).reverse()) close();
}

/** @param opened receives what must be closed, in the order in which it was opened */
async function begin(width: number, opened: (() => void)[]): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  opened.push(() => rmSync(folder, { recursive: true, force: true }));
  const complaints = join(folder, 'complaints');
  const display = await openDisplay();
  opened.push(display.close);
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display.name, GDK_BACKEND: 'x11', LANG: 'C.UTF-8' },
  });
  opened.push(endWithProcess(driver));
  const binary = join(import.meta.dirname, 'window.py');
  const args = ['--automation', `--width=${width}`, `--complaints=${complaints}`];
  const session = await beginSession(`http://127.0.0.1:${port}`, { 'webkitgtk:browserOptions': { binary, args } });
  await session.post('/timeouts', { script: 30_000, pageLoad: 60_000 });
  return {
    tab: tabOf(session, await session.get('/window')),
    complaints: () => (existsSync(complaints) ? readFileSync(complaints, 'utf8').split('\n').filter(Boolean) : []),
    close: async () => {
      await session.end().catch(() => undefined);
      closeAll(opened);
    },
  };
}

/** The key under which WebDriver writes a reference to an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
type Reference = Record<typeof ELEMENT, string>;

function tabOf(session: WebDriver, handle: string): Tab {
  const enter = () => session.post('/window', { handle });
  const enterFrame = async () => {
    await enter();
    const id = await session.post<Reference>('/element', { using: 'css selector', value: 'iframe' });
    await session.post('/frame', { id });
  };
  const whole = documentIn(session, enter);
  const framed = documentIn(session, enterFrame);
  return {
    ...placeOf(whole),
    evaluate: whole.evaluate,
    goto: async (url) => {
      await enter();
      await session.post('/url', { url });
    },
    reload: async () => {
      await enter();
      await session.post('/refresh');
    },
    url: async () => {
      await enter();
      return session.get('/url');
    },
    frame: () => ({ ...placeOf(framed), evaluate: framed.evaluate }),
    opened: async (by) => {
      const before = await session.get<string[]>('/window/handles');
      let added: string | undefined;
      await by();
      await until('a window opens', async () => {
        added = (await session.get<string[]>('/window/handles')).find((one) => !before.includes(one));
        return added !== undefined;
      });
      return tabOf(session, added ?? '');
    },
    screenshot: async (file) => {
      await enter();
      writeFileSync(file, Buffer.from(await session.get<string>('/screenshot'), 'base64'));
    },
  };
}

/** WebDriver's code for the Enter key. */
const ENTER = '\uE007';

function documentIn(session: WebDriver, enter: () => Promise<unknown>): Document {
  const run = async <T>(script: string): Promise<T> => {
    await enter();
    return session.post<T>('/execute/sync', { script, args: [] });
  };
  return {
    evaluate: <T>(expression: string) => run<T>(`return (${expression});`),
    press: async (element) => {
      // As a person scrolls before they press: this driver leaves some elements just outside the window, and then refuses.
      const inView = `const found = (${element})(); found?.scrollIntoView({ block: 'center' }); return found;`;
      const found = await run<Reference | null>(inView);
      if (!found) throw new Error('not there');
      await session.post(`/element/${found[ELEMENT]}/click`);
    },
    type: async (text) => {
      await enter();
      const active = await session.get<Reference>('/element/active');
      await session.post(`/element/${active[ELEMENT]}/value`, { text: text.replaceAll('\n', ENTER) });
    },
  };
}
