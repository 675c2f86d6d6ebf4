import { expect } from 'chai';
import type { LtiOptions } from '../../../src/lti/index.ts';
import { openPlatforms, type Platforms } from '../../../src/lti/platforms/platforms.ts';
import { createSecretBox } from '../../../src/lti/secretBox.ts';
import { type Lms, startLms } from './lms.ts';
import { modelOf, startTool, type Tool } from './tool.ts';

export const CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
export const PLATFORM = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

/** An LMS and a tool that it may register with; both end with `close`. */
export async function meet(overrides: Partial<LtiOptions> = {}) {
  const [lms, tool] = await Promise.all([startLms(), startTool(overrides)]);
  return { lms, tool, close: () => Promise.all([lms.close(), tool.close()]) };
}

export type Meeting = Awaited<ReturnType<typeof meet>>;

/** Registers as an LMS does, with its link and the address of its configuration. */
export function register(
  { lms, tool }: { lms: Lms; tool: Tool },
  { link = `${tool.url}/lti/register`, address = `${lms.url}/configuration` } = {},
): Promise<Response> {
  const url = new URL(link);
  url.searchParams.set('openid_configuration', address);
  url.searchParams.set('registration_token', 'registration-token');
  return fetch(url, { headers: { 'accept-language': 'en' } });
}

/** Changes one fact of what the LMS answers at a path. */
export function change(lms: Lms, path: '/configuration' | '/registration', changes: object): void {
  const [reply] = lms.replies.get(path)!;
  lms.replies.set(path, [{ status: 200, body: { ...(reply!.body as object), ...changes } }]);
}

/** It was turned away with this code, and nothing is kept. The page's model. */
export async function expectRefused(tool: Tool, response: Response, code: string): Promise<Record<string, unknown>> {
  const model = modelOf(await response.text());
  expect(model['code']).to.equal(code);
  expect(response.status).to.be.within(400, 499);
  expect(await tool.lti.platforms.list()).to.deep.equal([]);
  return model;
}

/** The platforms as they are stored, keys and all. */
export function storedPlatforms(tool: Tool): Promise<Platforms> {
  return openPlatforms({
    store: tool.store,
    box: createSecretBox('a secret that is long enough for a test'),
    clock: () => tool.clock.now,
  });
}
