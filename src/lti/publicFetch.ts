import { lookup as resolveName, type LookupAddress, type LookupAllOptions } from 'node:dns';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { isAllowedUrl, type Reach } from './reach.ts';

/** All requests to platforms go through one of these: limited in time and size, never following a redirect. */
export interface PublicFetch {
  (url: string, request?: FetchRequest): Promise<FetchResponse>;
  /** Closes connections that are kept for reuse. */
  close(): void;
}

export interface FetchRequest {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds for the whole request and response; default 10 000. */
  timeout?: number;
  /** Largest answer in bytes; default 1 MiB. */
  maxBytes?: number;
}

export interface FetchResponse {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export type FetchFault = 'address' | 'timeout' | 'too-large' | 'connection';

/** No answer was received; `fault` says why. The address is left out of the message, as it may hold ids. */
export class FetchFailed extends Error {
  readonly fault: FetchFault;
  constructor(fault: FetchFault, cause?: unknown) {
    super(`The platform could not be asked: ${fault}.`, { cause });
    this.name = 'FetchFailed';
    this.fault = fault;
  }
}

/** How names are resolved: `dns.lookup`. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name and passes on only addresses that we may contact. The socket itself calls this function to find its
 * address, so the address we checked is the address connected to, even if the name changes in between (DNS rebinding).
 * If any of a name's addresses is forbidden, the name is refused, because we do not choose which address is used.
 */
function checkedLookup(resolve: Resolve, reach: Reach): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses;
      if (error) done(error, '');
      else if (!first || addresses.some(({ address }) => !reach.admits(address, hostname)))
        done(new FetchFailed('address'), '');
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

async function readAll(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new FetchFailed('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toFault(error: unknown, signal: AbortSignal): FetchFailed {
  if (signal.aborted) return new FetchFailed('timeout', error);
  return error instanceof FetchFailed ? error : new FetchFailed('connection', error);
}

interface Rules {
  reach: Reach;
  /** Default: the system's resolver. */
  resolve?: Resolve;
}

export function createPublicFetch({ reach, resolve = resolveName }: Rules): PublicFetch {
  const lookup = checkedLookup(resolve, reach);
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };

  const send = (url: URL, request: FetchRequest, signal: AbortSignal): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const secure = url.protocol === 'https:';
      const body = request.body === undefined ? undefined : Buffer.from(request.body);
      const outgoing = (secure ? https : http).request(url, {
        agent: secure ? agents.https : agents.http,
        method: request.method ?? 'GET',
        headers: { ...request.headers, ...(body && { 'content-length': String(body.length) }) },
        signal,
        ...(!reach.anywhere && { lookup }),
      });
      outgoing.once('response', resolve).once('error', reject).end(body);
    });

  const ask = async (url: string, request: FetchRequest = {}): Promise<FetchResponse> => {
    if (!isAllowedUrl(url, reach)) throw new FetchFailed('address');
    const signal = AbortSignal.timeout(request.timeout ?? 10_000);
    try {
      const response = await send(new URL(url), request, signal);
      const text = await readAll(response, request.maxBytes ?? 1_048_576);
      return { status: response.statusCode ?? 0, headers: response.headers, text };
    } catch (error) {
      throw toFault(error, signal);
    }
  };

  const close = (): void => {
    agents.http.destroy();
    agents.https.destroy();
  };
  return Object.assign(ask, { close });
}
