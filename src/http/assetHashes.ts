import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the hash that a static file's address contains. @param folder where the files are */
export function assetHashes(folder: string): (path: string) => string {
  const hashes = new Map<string, string>();
  return (path) => {
    let hash = hashes.get(path);
    if (hash === undefined) {
      hash = createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('base64url')
        .slice(0, 10);
      hashes.set(path, hash);
    }
    return hash;
  };
}
