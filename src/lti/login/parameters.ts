import { z } from 'zod';

const short = z.string().min(1).max(2048);

/** What a platform sends to begin a login (1EdTech Security Framework 1.0, 5.1.1.2; LTI 1.3 Core, 4.1). */
const parameters = z.object({
  iss: z.string().min(1).max(512),
  login_hint: short,
  target_link_uri: short,
  client_id: z.string().min(1).max(255).optional(),
  // Some platforms put a whole signed token here.
  lti_message_hint: z.string().max(16_000).optional(),
  lti_deployment_id: z.string().max(255).optional(),
});

export type LoginParameters = z.infer<typeof parameters>;

/** The parameters of a login, by GET or POST. Undefined where one is missing, repeated or not text. */
export const readLogin = (query: unknown, body: unknown): LoginParameters | undefined => {
  const given = { ...z.object({}).loose().catch({}).parse(query), ...z.object({}).loose().catch({}).parse(body) };
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const read = parameters.safeParse(kept);
  return read.success ? read.data : undefined;
};

/** Whether a target is a page of this tool: same origin, and below its address where that has a path. */
export const isOurs = (target: string, toolUrl: string): boolean => {
  if (!URL.canParse(target)) return false;
  const wanted = new URL(target);
  const own = new URL(toolUrl);
  const base = own.pathname.replace(/\/+$/, '');
  const below = wanted.pathname === base || wanted.pathname.startsWith(`${base}/`);
  return wanted.origin === own.origin && wanted.username === '' && wanted.password === '' && below;
};
