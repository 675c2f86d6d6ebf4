// The plainest tool that ltijs can be: one platform, everything in memory, a page of one heading. Its parent starts it with
// <port> <issuer> <client id>, and learns by a message that it listens.
import ltijs, { type DatabasePlugin } from 'ltijs';

type Row = Record<string, unknown>;

const [port, issuer = '', clientId] = process.argv.slice(2);
const collections = new Map<string, Row[]>();

function rowsOf(name: string): Row[] {
  return collections.get(name) ?? [];
}

function matches(row: Row, query: Row = {}): boolean {
  return Object.entries(query).every(([key, value]) => row[key] === value);
}

function without(name: string, query: Row): Row[] {
  return rowsOf(name).filter((row) => !matches(row, query));
}

function put(name: string, rows: Row[]): Promise<boolean> {
  collections.set(name, rows);
  return Promise.resolve(true);
}

const memory: DatabasePlugin = {
  setup: () => Promise.resolve(true),
  Close: () => Promise.resolve(true),
  Get: (_key, name, query) => {
    const found = rowsOf(name).filter((row) => matches(row, query));
    return Promise.resolve(found.length > 0 && found);
  },
  Insert: (...[, name, item, index]) => put(name, [...rowsOf(name), { ...item, ...index, createdAt: Date.now() }]),
  Replace: (...[, name, query, item, index]) =>
    put(name, [...without(name, query), { ...item, ...index, createdAt: Date.now() }]),
  Modify: (...[, name, query, change]) =>
    put(
      name,
      rowsOf(name).map((row) => (matches(row, query) ? { ...row, ...change } : row)),
    ),
  Delete: (name, query) => put(name, without(name, query)),
};

/** What the product never calls, so its declarations of ltijs do not have it. */
type Deployed = typeof ltijs.Provider & Record<'deploy' | 'registerPlatform', (options: object) => Promise<unknown>>;

const provider = ltijs.Provider as Deployed;
provider.setup(
  'a key of the plainest tool',
  { plugin: memory },
  {
    appRoute: '/lti/launch',
    loginRoute: '/lti/login',
    cookies: { secure: false },
    cors: false,
  },
);
provider.onConnect((_token, _request, response) => {
  response.send('<!doctype html><html lang="da"><title>Kurset</title><h1>Kurset</h1>');
  return Promise.resolve();
});
await provider.deploy({ port: Number(port), silent: true });
await provider.registerPlatform({
  url: issuer,
  name: 'LMS',
  clientId,
  authenticationEndpoint: `${issuer}/auth`,
  accesstokenEndpoint: `${issuer}/token`,
  authConfig: { method: 'JWK_SET', key: `${issuer}/keys` },
});
process.send?.('ready');
