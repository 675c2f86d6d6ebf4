import { randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BadSecretsFile, CannotOpenStore } from './errors.ts';

export interface Secrets {
  /** 32 characters or more: signs sessions, encrypts private keys. */
  toolSecret: string;
  /** Base64 of 32 bytes each: the first encrypts, all decrypt. */
  dataKeys: string[];
}

export interface GivenSecrets {
  dataDir: string;
  toolSecret?: string | undefined;
  dataKeys?: string[] | undefined;
}

const kept = z.strictObject({
  toolSecret: z.string().min(32),
  dataKeys: z.array(z.base64().length(44)).min(1),
});

/**
 * Returns the given secrets. Missing ones are made once and kept in `secrets.json` in `dataDir` (0600), so that a
 * restart can read what was written before. This is for development; in production both must be given, and no file is
 * touched.
 * @throws {BadSecretsFile} if the file was not written by this function
 * @throws {CannotOpenStore} if the folder cannot be made
 */
export function loadSecrets({ dataDir, toolSecret, dataKeys }: GivenSecrets): Secrets {
  if (toolSecret !== undefined && dataKeys) return { toolSecret, dataKeys };
  makeFolder(dataDir);
  const own = keptSecrets(join(dataDir, 'secrets.json'));
  return { toolSecret: toolSecret ?? own.toolSecret, dataKeys: dataKeys ?? own.dataKeys };
}

function makeFolder(dataDir: string): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotOpenStore(`The folder of DATA_DIR cannot be made: ${why}.`, { cause: error });
  }
}

function keptSecrets(path: string): Secrets {
  const before = read(path);
  if (before) {
    fs.chmodSync(path, 0o600);
    return before;
  }
  const made = { toolSecret: randomBytes(32).toString('base64url'), dataKeys: [randomBytes(32).toString('base64')] };
  return writeNew(path, made) ? made : keptSecrets(path);
}

function read(path: string): Secrets | undefined {
  if (!fs.existsSync(path)) return undefined;
  const text = fs.readFileSync(path, 'utf8');
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    // Without the cause: a parser's message could quote a secret.
    throw new BadSecretsFile(path);
  }
}

/** Writes the whole file or nothing. Returns false if another process has made it in the meantime. */
function writeNew(path: string, secrets: Secrets): boolean {
  const temporary = `${path}.${randomUUID()}`;
  try {
    fs.writeFileSync(temporary, `${JSON.stringify(secrets, null, 2)}\n`, { flag: 'wx', mode: 0o600, flush: true });
    // Unlike a rename, a link fails if the name exists: two processes that start at once then use the same keys.
    fs.linkSync(temporary, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}
