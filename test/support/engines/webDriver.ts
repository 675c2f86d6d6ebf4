import { setTimeout as pause } from 'node:timers/promises';

/** A WebDriver session (W3C), controlled by its HTTP commands. */
export interface WebDriver {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  end(): Promise<void>;
}

interface Answer {
  value: { sessionId?: string; error?: string; message?: string } | null;
}

/** Begins a session with a driver program that may still be starting. */
export async function beginSession(driver: string, capabilities: object): Promise<WebDriver> {
  await reach(driver);
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(driver + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as Answer;
    if (!answer.ok) throw new Error(`${value?.error ?? ''}: ${value?.message ?? ''}`);
    return value;
  };
  const begun = await send('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  const session = `/session/${(begun as { sessionId: string }).sessionId}`;
  return {
    get: <T>(path: string) => send('GET', session + path) as Promise<T>,
    post: <T>(path: string, body = {}) => send('POST', session + path, body) as Promise<T>,
    end: async () => {
      await send('DELETE', session);
    },
  };
}

async function reach(driver: string): Promise<void> {
  for (let tries = 200; tries > 0; tries -= 1) {
    if (
      await fetch(`${driver}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await pause(50);
  }
  throw new Error(`No driver answers at ${driver}.`);
}
