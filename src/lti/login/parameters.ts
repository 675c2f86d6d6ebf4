import { z } from 'zod';
import { identifier } from '../identifier.ts';
import { Refusal } from '../refusal.ts';

const short = z.string().min(1).max(2048);

/** The parameters with which a platform begins a login (1EdTech Security Framework 1.0, 5.1.1.2; LTI 1.3 Core, 4.1). */
export const parameters = z.object({
  iss: identifier(512),
  login_hint: short,
  target_link_uri: short,
  client_id: identifier(255).optional(),
  // Some platforms put a whole signed token here.
  lti_message_hint: z.string().max(16_000).optional(),
  lti_deployment_id: identifier(255).optional(),
  // The frame that stores values for us by postMessage (LTI Client Side postMessages 1.0).
  lti_storage_target: z.string().max(255).optional(),
});

export type LoginParameters = z.infer<typeof parameters>;

const record = z.record(z.string(), z.unknown()).catch({});

/**
 * Returns the parameters of a login, sent by GET or POST.
 * @throws {Refusal} `login-incomplete`, naming a parameter that is missing, repeated, too long or not text.
 */
export function readLogin(query: unknown, body: unknown): LoginParameters {
  const inAddress = record.parse(query);
  const inForm = record.parse(body);
  const ours = Object.keys(parameters.shape).filter(
    (name) => Object.hasOwn(inForm, name) && Object.hasOwn(inAddress, name),
  );
  const twice = ours.find((name) => inAddress[name] !== inForm[name]);
  if (twice !== undefined) throw incomplete(twice);
  const given = Object.entries({ ...inAddress, ...inForm }).filter(([, value]) => value !== '');
  const read = parameters.safeParse(Object.fromEntries(given));
  if (!read.success) throw incomplete(String(read.error.issues[0]?.path[0]));
  return read.data;
}

function incomplete(name: string): Refusal {
  return new Refusal('login-incomplete', { reason: name });
}

/** Whether a target is a page of this tool: same origin, and below its address if that has a path. */
export function isOurs(target: string, toolUrl: string): boolean {
  if (!URL.canParse(target)) return false;
  const wanted = new URL(target);
  const own = new URL(toolUrl);
  const base = own.pathname.replace(/\/+$/, '');
  const below = wanted.pathname === base || wanted.pathname.startsWith(`${base}/`);
  return wanted.origin === own.origin && wanted.username === '' && wanted.password === '' && below;
}
