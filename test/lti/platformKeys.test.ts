import { createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { decodeProtectedHeader } from 'jose';
import { makeKey } from '../../src/lti/platforms/keyPair.ts';
import { OVERLAP, PUBLISHED_AHEAD, publishedKeys, withNewKey } from '../../src/lti/platforms/ownKeys.ts';
import type { OwnKey } from '../../src/lti/platforms/record.ts';
import { createSecretBox } from '../../src/lti/secretBox.ts';
import { type Lms, startLms, verifyAssertion } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';

function key(kid: string, createdAt: number): OwnKey {
  return { kid, createdAt, publicPem: '', privateSealed: '' };
}
function kids(keys: OwnKey[]): string[] {
  return keys.map(({ kid }) => kid);
}
function rotate(keys: OwnKey[], kid: string, now: number): OwnKey[] {
  return withNewKey(keys, { key: key(kid, now), now, leaked: false });
}

describe('keys of our own', () => {
  describe('of which the first published signs', () => {
    const first = [key('a', 0)];

    it('the only one does, from the first moment', () => {
      expect(kids(publishedKeys(first, 0))).to.deep.equal(['a']);
    });

    it('a new one is published at once, but signs only when our key set has been fetched anew', () => {
      const keys = rotate(first, 'b', 1000);
      expect(kids(publishedKeys(keys, 1000))).to.deep.equal(['a', 'b']);
      expect(kids(publishedKeys(keys, 1000 + PUBLISHED_AHEAD - 1))).to.deep.equal(['a', 'b']);
      expect(kids(publishedKeys(keys, 1000 + PUBLISHED_AHEAD))).to.deep.equal(['b', 'a']);
    });

    it('the one before stays for a week after it was relieved, and no longer', () => {
      const keys = rotate(first, 'b', 1000);
      const relieved = 1000 + PUBLISHED_AHEAD;
      expect(kids(publishedKeys(keys, relieved + OVERLAP - 1))).to.deep.equal(['b', 'a']);
      expect(kids(publishedKeys(keys, relieved + OVERLAP))).to.deep.equal(['b']);
    });

    it('several rotations in a row lose none that may still be needed', () => {
      const keys = rotate(rotate(rotate(first, 'b', 1000), 'c', 2000), 'd', 2000 + PUBLISHED_AHEAD);
      expect(kids(publishedKeys(keys, 2000 + PUBLISHED_AHEAD))).to.deep.equal(['c', 'd', 'b', 'a']);
      expect(kids(rotate(keys, 'e', 3 * OVERLAP))).to.deep.equal(['e', 'd']);
    });

    it('a leaked one is gone at once', () => {
      const keys = withNewKey(first, { key: key('b', 1000), now: 1000, leaked: true });
      expect(kids(publishedKeys(keys, 1000))).to.deep.equal(['b']);
    });

    it('none at all stays none', () => {
      expect(publishedKeys([], 5)).to.deep.equal([]);
    });
  });

  describe('are made beside the work of the server', () => {
    it('so that others get their turn meanwhile', async () => {
      const made = makeKey({ box: createSecretBox('a secret that is long enough for a test'), clock: () => 0 });
      const turn = new Promise<string>((resolve) => void setImmediate(() => resolve('a turn')));
      // Made on this thread, the key would be there before any turn.
      expect(await Promise.race([made.then(() => 'the key'), turn])).to.equal('a turn');
      expect(createPublicKey((await made).publicPem).asymmetricKeyDetails?.modulusLength).to.equal(2048);
    });

    it('and nowhere by a function that holds up everyone', () => {
      const src = join(import.meta.dirname, '..', '..', 'src');
      const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
      const holding = files.filter((file) => /generateKey(Pair)?Sync/.test(readFileSync(join(src, file), 'utf8')));
      expect(holding).to.deep.equal([]);
    });
  });

  describe('seen by a platform', () => {
    let lms: Lms;
    let tool: Tool;
    let platform: string;
    before(async () => {
      [lms, tool] = await Promise.all([startLms(), startTool()]);
      platform = (await tool.lti.platforms.add(lms.facts)).id;
    });
    after(() => Promise.all([lms.close(), tool.close()]));

    const published = async (): Promise<string[]> => {
      const response = await fetch(`${tool.url}/lti/keys`);
      expect(response.headers.get('cache-control')).to.equal('public, max-age=300');
      return ((await response.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
    };
    const signsWith = async (): Promise<string> => {
      lms.replies.set('/token', [{ status: 400 }]);
      await tool.lti.roster({ platform, memberships: `${lms.url}/members`, seen: [], resourceLink: '' });
      const { body } = lms.received.filter(({ path }) => path === '/token').at(-1)!;
      await verifyAssertion(body, lms, `${tool.url}/lti/keys`);
      return decodeProtectedHeader(new URLSearchParams(body).get('client_assertion')!).kid!;
    };

    it('every assertion is signed by a key that is published, before, during and after a rotation', async () => {
      const [old] = await published();
      expect(await signsWith()).to.equal(old);
      await tool.lti.platforms.rotateKeys(platform);
      const [, fresh] = await published();
      expect(await signsWith()).to.equal(old);
      tool.clock.now += PUBLISHED_AHEAD;
      expect(await signsWith()).to.equal(fresh);
      expect(await published()).to.have.members([old, fresh]);
      tool.clock.now += OVERLAP;
      expect(await published()).to.deep.equal([fresh]);
    });

    it('a withdrawn key is gone, and the new one signs', async () => {
      const [old] = await published();
      await tool.lti.platforms.rotateKeys(platform, true);
      const now = await published();
      expect(now).to.have.length(1).and.not.include(old);
      expect(await signsWith()).to.equal(now[0]);
    });
  });
});
