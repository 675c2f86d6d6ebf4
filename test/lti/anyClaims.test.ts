import { expect } from 'chai';
import fc from 'fast-check';
import { claims, enter } from './support/launching.ts';
import { type Lms, startLms } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';

const names = [
  ...Object.values(claims),
  'sub',
  'name',
  'given_name',
  'family_name',
  'locale',
  'aud',
  'azp',
  'exp',
  'iat',
  'nbf',
  'iss',
  'nonce',
];
const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '$x', '\ud800', '__proto__', 'javascript:alert(1)'),
);

describe('claims of any shape', () => {
  let lms: Lms;
  let tool: Tool;
  before(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
  });
  after(() => Promise.all([lms.close(), tool.close()]));

  it('are welcomed or refused with a page, and never break the tool', async function () {
    this.timeout(60_000);
    const changes = fc.dictionary(fc.constantFrom(...names), anything, { minKeys: 1, maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const response = await enter(lms, tool, { payload: (payload) => ({ ...payload, ...changed }) });
        expect(response.status).to.satisfy((status: number) => status === 303 || (status >= 400 && status < 500));
        if (response.status !== 303) expect(response.headers.get('content-type')).to.match(/^text\/html/);
      }),
      { numRuns: 120 },
    );
    for (const { person, returnUrl } of tool.launches) {
      expect(person.subject).to.be.a('string').with.length.within(1, 255);
      expect(returnUrl).to.match(/^$|^https?:/);
    }
  });
});
