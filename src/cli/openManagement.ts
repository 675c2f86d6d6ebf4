import type { Config } from '../config.ts';
import type { Clock } from '../domain/clock.ts';
import { managePlatforms, type PlatformManagement } from '../lti/platforms/manage.ts';
import { openPlatformParts } from '../lti/platforms/openPlatformParts.ts';
import { evaluatorAccess, operatorAccess, type OperatorAccess } from '../lti/platforms/operators.ts';
import { readPlatformFile } from '../lti/platforms/platformFile.ts';
import type { PlatformFacts } from '../lti/platforms/record.ts';
import { readOwnRegistration } from '../lti/registration/ownRegistration.ts';
import { reachOf } from '../lti/reach.ts';
import { createSecretBox } from '../lti/secretBox.ts';
import { openStore } from '../store/openStore.ts';
import { loadSecrets } from '../store/secrets.ts';

export interface Management {
  platforms: PlatformManagement;
  operators: OperatorAccess;
  evaluators: OperatorAccess;
  /** Reads a file like those in `lti-config/`. @throws {BadPlatformFile} */
  read(content: string): PlatformFacts;
  close(): Promise<void>;
}

/** Platforms in the store that the server uses, running or not; what is changed here the server sees by itself. */
export const openManagement = async (config: Config, clock: Clock): Promise<Management> => {
  const { toolSecret, dataKeys } = loadSecrets(config);
  const { toolUrl } = config;
  const reach = reachOf(config);
  const store = await openStore({ databaseUrl: config.databaseUrl, dataKeys });
  const parts = await openPlatformParts({ store, clock, box: createSecretBox(toolSecret) });
  const scopes = readOwnRegistration(toolUrl).scope.split(' ');
  const nothing = (): void => undefined;
  return {
    // The server's own memory is its own affair; and what is done here stands on the operator's screen.
    platforms: managePlatforms({ ...parts, toolUrl, clock, reach, changed: nothing, audit: nothing }),
    operators: operatorAccess({ toolUrl, links: parts.operatorLinks, sessions: parts.operatorSessions }),
    evaluators: evaluatorAccess({ toolUrl, links: parts.evaluatorLinks, sessions: parts.evaluatorSessions }),
    read: (content) => readPlatformFile(content, { reach, scopes }),
    close: () => store.close(),
  };
};
