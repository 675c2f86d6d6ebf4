import { once } from 'node:events';

/** A session of WebDriver BiDi (W3C): commands by name, and what is told of unasked. */
export interface BiDi {
  send<T>(method: string, params?: object): Promise<T>;
  /** Hears every event, once it has been subscribed to. */
  on(hear: (method: string, params: Record<string, unknown>) => void): void;
  close(): void;
}

interface Message {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: Record<string, unknown>;
}

export async function beginBiDi(address: string): Promise<BiDi> {
  const socket = new WebSocket(`${address}/session`);
  await once(socket, 'open');
  const waiting = new Map<number, (message: Message) => void>();
  const hearers: ((method: string, params: Record<string, unknown>) => void)[] = [];
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else for (const hear of hearers) hear(message.method ?? '', message.params ?? {});
  });
  let last = 0;
  const send = async <T>(method: string, params: object = {}): Promise<T> => {
    const id = (last += 1);
    const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { type, result, error, message } = await answered;
    waiting.delete(id);
    if (type === 'error') throw new Error(`${error ?? ''}: ${message ?? ''}`);
    return result as T;
  };
  await send('session.new', { capabilities: {} });
  return { send, on: (hear) => void hearers.push(hear), close: () => socket.close() };
}
