import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const template = z.object({ scope: z.string() }).loose();
type OwnRegistration = z.infer<typeof template>;

const path = join(import.meta.dirname, '../../../lti-config/registration.json');

/** What we ask a platform for: `lti-config/registration.json` with our own address filled in. */
export const readOwnRegistration = (toolUrl: string): OwnRegistration => {
  const filled = readFileSync(path, 'utf8')
    .replaceAll('{TOOL_URL}', toolUrl)
    .replaceAll('{TOOL_HOST}', new URL(toolUrl).host);
  return template.parse(JSON.parse(filled));
};

/** Our registration with only the scopes that the platform offers: a strict one refuses the whole for a foreign scope. */
export const forPlatform = (own: OwnRegistration, offered: readonly string[] | null | undefined): OwnRegistration => {
  const wanted = own.scope.split(' ');
  const kept = offered ? wanted.filter((scope) => offered.includes(scope)) : wanted;
  return { ...own, scope: kept.join(' ') };
};
