import { expect } from 'chai';
import { noMeasures } from '../../src/domain/measures.ts';
import { pino } from 'pino';
import { createRoster } from '../../src/lti/roster.ts';
import { nextPage } from '../../src/lti/scores/paging.ts';
import type { Platform } from '../../src/lti/platforms/record.ts';

describe('the next page of a list', () => {
  const url = 'https://lms.example/members';
  const two = { kind: 'at', url: 'https://lms.example/members?page=2' };
  const unreadable = { kind: 'unreadable' };
  for (const [link, expected] of [
    ['</members?page=2>; rel="next", </members>; rel="first"', two],
    ["</members?page=2>; rel='next'", two],
    ['</members?page=2>; title="a"; rel=next', two],
    ['</members?page=2>; rel="last next"', two],
    // As Moodle writes it, and as Node's HTTP client hands it on.
    ['<https://lms.example/members?page=2>; rel=”next”', two],
    [Buffer.from('<https://lms.example/members?page=2>; rel=”next”').toString('latin1'), two],
    ['</members?page=2>; rel=&quot;next&quot;', two],
    ['<http://lms.example/members?page=2>; rel="next"', two],
    ['<http://lms.example:8080/members?page=2>; rel="next"', unreadable],
    ['<https://evil.example/members>; rel="next"', unreadable],
    ['https://lms.example/members?page=2; rel="next"', unreadable],
    ['<>; rel="next"', unreadable],
    ['<http://[>; rel="next"', unreadable],
    ['</members?page=1>; rel="prev", </all>; rel="nextcloud"', { kind: 'none' }],
    [undefined, { kind: 'none' }],
  ] as const)
    it(`has its next page from: ${link ?? 'nothing'}`, () => expect(nextPage(link, url)).to.deep.equal(expected));

  it('asks on by https where it was asked by https', async () => {
    const asked: string[] = [];
    const roster = createRoster({
      platforms: { get: (id) => Promise.resolve({ id, status: 'active' } as Platform) },
      call: (_platform, url) => {
        asked.push(url);
        const text = JSON.stringify({ members: [{ user_id: String(asked.length), roles: [] }] });
        const headers = asked.length === 1 ? { link: '<http://lms.example/members?page=2>; rel="next"' } : {};
        return Promise.resolve({ status: 200, headers, text });
      },
      clock: () => 0,
      log: pino({ level: 'silent' }),
      measures: noMeasures,
    });
    const answer = await roster({ platform: 'one', memberships: url, resourceLink: '', seen: [] });
    expect(answer.kind === 'members' && answer.members.map(({ subject }) => subject)).to.deep.equal(['1', '2']);
    expect(asked).to.deep.equal([url, two.url]);
  });
});
