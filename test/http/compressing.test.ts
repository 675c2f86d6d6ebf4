import { expect } from 'chai';
import { startAppAndPlatform } from '../support/app.ts';

describe('a page that is sent', () => {
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => void (world = await startAppAndPlatform()));
  after(() => world.close());

  const ask = async (encodings: string, method = 'GET') => {
    const answer = await fetch(`${world.app.url}/persondata`, { method, headers: { 'accept-encoding': encodings } });
    const [encoding, length, type, varies] = ['content-encoding', 'content-length', 'content-type', 'vary'].map(
      (name) => answer.headers.get(name),
    );
    return { encoding, length: Number(length), type, varies, text: await answer.text() };
  };

  it('is compressed as the browser takes it, and says its length', async () => {
    const plain = await ask('identity');
    expect(plain).to.include({ encoding: null, type: 'text/html; charset=utf-8', varies: 'Accept-Encoding' });
    expect(plain.length).to.equal(Buffer.byteLength(plain.text));
    const taken: [string, string][] = [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, deflate', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
    ];
    for (const [encodings, encoding] of taken) {
      const { length, ...answer } = await ask(encodings);
      const { type, varies, text } = plain;
      expect(answer, encodings).to.deep.equal({ encoding, type, varies, text });
      expect(length, encodings)
        .to.be.greaterThan(500)
        .and.lessThan(plain.length / 2);
    }
  });

  it('has the same head without its body', async () => {
    const { text, ...head } = await ask('br', 'HEAD');
    expect(text).to.equal('');
    expect(head).to.include({ encoding: 'br', type: 'text/html; charset=utf-8' });
  });
});
