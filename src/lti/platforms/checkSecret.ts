import type { SecretBox } from '../secretBox.ts';
import type { Platforms } from './platforms.ts';

/** TOOL_SECRET differs from the one that sealed our private keys; the message says what to do. */
export class WrongToolSecret extends Error {
  constructor(ids: readonly string[]) {
    super(
      `TOOL_SECRET is not the one with which our keys were sealed, so nothing can be told to ${ids.length} of the course ` +
        'systems. Put the old one back. Where it is lost, or meant to be another, make new keys for each of them and start ' +
        `again; they are fetched by themselves:\n${ids.map((id) => `  npm run platform -- withdraw-keys ${id}\n`).join('')}` +
        'To sign everyone out no new secret is needed: npm run sessions -- end. Nothing has been changed.',
    );
    this.name = 'WrongToolSecret';
  }
}

/**
 * Reports a wrong secret when the program starts, and not when the first score cannot be signed.
 * @throws {WrongToolSecret}
 */
export async function checkToolSecret(platforms: Pick<Platforms, 'list'>, box: SecretBox): Promise<void> {
  const opens = (sealed: string): boolean => {
    try {
      box.open(sealed);
      return true;
    } catch {
      return false;
    }
  };
  const wrong = (await platforms.list()).filter(({ keys }) => keys[0] && !opens(keys[0].privateSealed));
  if (wrong.length > 0) throw new WrongToolSecret(wrong.map(({ id }) => id));
}
