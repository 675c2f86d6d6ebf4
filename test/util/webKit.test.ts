import { expect } from 'chai';
import { isWebKit, needsPlainCookies } from '../../src/util/webKit.ts';

const agents = {
  safari:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  chromeOnIPhone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
  chromium: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

describe('WebKit', () => {
  it('is told by its name, which Chromium has too', () => {
    const told = Object.entries(agents).filter(([, agent]) => isWebKit(agent));
    expect(told.map(([name]) => name)).to.deep.equal(['safari', 'chromeOnIPhone']);
    expect(isWebKit(undefined)).to.equal(false);
  });

  const wanted: [address: string, agent: string | undefined, plain: boolean][] = [
    ['https://lti.example', agents.safari, false],
    ['https://localhost:3000', agents.safari, false],
    ['http://localhost:3000', agents.safari, true],
    ['http://127.0.0.1:3000/sandbox', agents.chromeOnIPhone, true],
    ['http://localhost:3000', agents.chromium, false],
    ['http://127.0.0.1:3000/sandbox', agents.firefox, false],
    ['http://localhost:3000', undefined, false],
    ['http://192.168.1.5:3000', agents.chromium, true],
    ['http://127.evil.example', agents.chromium, true],
  ];
  for (const [address, agent, plain] of wanted) {
    it(`${plain ? 'needs' : 'does not need'} cookies without Secure: ${agent?.slice(-20) ?? 'no name'} at ${address}`, () => {
      expect(needsPlainCookies(address, agent)).to.equal(plain);
    });
  }
});
