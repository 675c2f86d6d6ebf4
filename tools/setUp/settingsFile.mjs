import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { root, stop } from './say.mjs';

/**
 * The settings in the file that `SETTINGS_FILE` names, or in `.env` in the program's folder, so that commands use the
 * server's settings. The environment itself takes precedence. Empty if there is no file.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function fromSettingsFile(env) {
  const named = env.SETTINGS_FILE;
  const path = named || join(root, '.env');
  if (!named && !existsSync(path)) return {};
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    const denied = error instanceof Error && 'code' in error && error.code === 'EACCES';
    return stop(`The settings file ${path} ${denied ? 'may not be read by this user.' : 'cannot be read.'}`);
  }
}
