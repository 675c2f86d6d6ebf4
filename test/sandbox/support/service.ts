import { accessToken } from './tool.ts';
import type { Trial } from './trial.ts';

export interface Call {
  method?: string;
  path: string;
  accept?: string;
  contentType?: string;
  body?: unknown;
  /** Default: all. */
  scopes?: readonly string[];
  /** Instead of a fresh token; empty: none. */
  token?: string;
}

/** A service call as a tool would make it; `path` is relative to the issuer. */
export async function callService(trial: Trial, call: Call): Promise<Response> {
  const token = call.token ?? (await accessToken(trial.tool, call.scopes));
  const address = call.path.startsWith('http') ? call.path : trial.platform.issuer + call.path;
  return fetch(address, {
    method: call.method ?? 'GET',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(call.accept && { accept: call.accept }),
      ...(call.contentType && { 'content-type': call.contentType }),
    },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
  });
}
