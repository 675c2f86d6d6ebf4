import { randomBytes } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** What must be nowhere it does not belong: what was planted, and every secret that was seen going over the wire. */
export interface Planted {
  /** A word that occurs nowhere else, for one purpose. */
  word(purpose: string): string;
  /** Something else that must be found nowhere. */
  add(what: string, value: string): void;
  /** Names of what is found in a text: as it is, as an address writes it, or in base64. */
  foundIn(text: string): string[];
  /** How many secrets were seen on their way. */
  secrets(): number;
  stop(): void;
}

/** Fields of forms, and parameters of addresses, that open something for whoever has them. */
const secretFields = [
  '_csrf',
  'kept',
  'id_token',
  'state',
  'nonce',
  'lti_message_hint',
  'access_token',
  'client_assertion',
];
/** Shorter values are no secrets, and would be found anywhere. */
const SHORTEST = 12;

/** Watches what this process sends as a browser, and gets as a platform. */
export function planting(): Planted {
  const mark = randomBytes(6).toString('hex');
  const values = new Map<string, string>();
  const words = new Set<string>();
  const keep = (what: string, value: string) => {
    if (value.length >= SHORTEST) values.set(value, what);
  };
  const keepFields = (fields: URLSearchParams) => {
    for (const name of secretFields) for (const value of fields.getAll(name)) keep(`the field ${name}`, value);
  };

  const realFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (init?.body instanceof URLSearchParams) keepFields(init.body);
    if (input instanceof URL) keepFields(input.searchParams);
    const response = await realFetch(input, init);
    for (const cookie of response.headers.getSetCookie()) keep('a cookie', cookie.split(';')[0]?.split('=')[1] ?? '');
    return response;
  };
  const onRequest = (message: unknown) => {
    const { headers } = (message as { request: IncomingMessage }).request;
    keep('an access token', headers.authorization?.replace(/^Bearer /, '') ?? '');
  };
  subscribe('http.server.request.start', onRequest);

  return {
    word: (purpose) => {
      const word = `kanarie-${mark}-${purpose}`;
      words.add(word);
      return word;
    },
    add: keep,
    foundIn: (text) => [
      ...[...words].filter((word) => spellings(word).some((spelling) => text.includes(spelling))),
      ...new Set([...values].filter(([value]) => text.includes(value)).map(([, what]) => what)),
    ],
    secrets: () => values.size,
    stop: () => {
      globalThis.fetch = realFetch;
      unsubscribe('http.server.request.start', onRequest);
    },
  };
}

/** Base64 of a word depends on where in a text it begins; what is the same wherever it does is looked for. */
function spellings(word: string): string[] {
  return [
    word,
    encodeURIComponent(word),
    ...[0, 1, 2].map((before) =>
      Buffer.from('x'.repeat(before) + word)
        .toString('base64')
        .slice(before === 0 ? 0 : before + 1, -4),
    ),
  ];
}
