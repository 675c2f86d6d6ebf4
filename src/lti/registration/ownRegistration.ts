import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../../root.ts';
import { messagesOf, type PlatformConfiguration } from './configuration.ts';

const CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

const template = z.looseObject({
  scope: z.string(),
  [CONFIGURATION]: z.looseObject({
    messages: z.array(z.looseObject({ type: z.string(), placements: z.array(z.string()).optional() })),
  }),
});
type OwnRegistration = z.infer<typeof template>;
type Message = OwnRegistration[typeof CONFIGURATION]['messages'][number];

const path = join(root, 'lti-config', 'registration.json');

/** What we ask a platform for: `lti-config/registration.json` with our own address filled in. */
export function readOwnRegistration(toolUrl: string): OwnRegistration {
  const filled = readFileSync(path, 'utf8')
    .replaceAll('{TOOL_URL}', toolUrl)
    .replaceAll('{TOOL_HOST}', new URL(toolUrl).host);
  return template.parse(JSON.parse(filled));
}

function offeredMessages(own: Message[], platform: PlatformConfiguration): Message[] {
  const offered = messagesOf(platform);
  if (offered.length === 0) return own;
  return own.flatMap(({ placements, ...rest }) => {
    const found = offered.find(({ type }) => type === rest.type);
    if (!found) return [];
    const kept = found.placements ? placements?.filter((one) => found.placements?.includes(one)) : placements;
    return [{ ...rest, ...(kept && kept.length > 0 && { placements: kept }) }];
  });
}

/**
 * Our registration, reduced to the scopes, messages and placements that the platform offers: a strict platform refuses
 * the whole registration because of a single unknown one.
 */
export function forPlatform(own: OwnRegistration, platform: PlatformConfiguration): OwnRegistration {
  const { scopes_supported: offered } = platform;
  const wanted = own.scope.split(' ');
  const kept = offered ? wanted.filter((scope) => offered.includes(scope)) : wanted;
  const { messages, ...rest } = own[CONFIGURATION];
  return { ...own, scope: kept.join(' '), [CONFIGURATION]: { ...rest, messages: offeredMessages(messages, platform) } };
}
