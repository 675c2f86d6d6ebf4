import { expect } from 'chai';
import { syncCauseOf, type SyncCause } from '../../src/domain/syncCause.ts';

/** Every code that the delivery of scores can leave behind. */
const codes: Record<Exclude<SyncCause, 'other'>, string[]> = {
  down: [
    ...['timeout', 'connection', 'malformed', 'unexpected', 'token', 'token-503', 'token-500'],
    ...['http-500', 'http-502', 'http-503', 'http-302', 'http-408', 'line-item-503', 'line-item-302'],
  ],
  busy: ['http-429', 'token-429', 'line-item-429', 'line-item-busy'],
  deleted: ['http-404', 'http-410', 'line-item-404'],
  notGradable: ['http-400', 'http-422', 'not-participant'],
  refused: ['http-401', 'http-403', 'line-item-401', 'line-item-403', 'token-400', 'token-401', 'token-403', 'address'],
  off: ['platform-inactive', 'platform-removed'],
  noGrades: ['no-grades'],
  noColumn: ['no-column', 'no-line-item', 'line-item-400', 'line-item-422'],
  moved: ['placement-gone'],
  tooOld: ['too-old'],
};

describe('the likely cause', () => {
  for (const [cause, all] of Object.entries(codes)) {
    for (const code of all) it(`of ${code} is ${cause}`, () => expect(syncCauseOf(code)).to.equal(cause));
  }
  for (const code of ['http-418', 'too-large', '']) {
    it(`of ${code || 'an unknown code'} is told as it is: not understood`, () =>
      expect(syncCauseOf(code)).to.equal('other'));
  }
});
