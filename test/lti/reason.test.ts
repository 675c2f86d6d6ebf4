import { expect } from 'chai';
import { cleanReason } from '../../src/lti/scores/reason.ts';
import { inWords, SCORES, scoreWorld } from './support/scores.ts';

const known = ['user-4', 'Mette Holm'];

const cases: [what: string, said: string, kept: string][] = [
  [
    'a message in JSON',
    '{"status":400,"message":"Tool is not enabled in this course"}',
    'Tool is not enabled in this course',
  ],
  ['the reason that Moodle gives', '{"status":400,"reason":"Bad Request","request":{"url":"/x?id=42"}}', 'Bad Request'],
  ['a nested error', '{"errors":[{"message":"No such column"}]}', 'No such column'],
  [
    'a page’s title',
    '<html><head><title>Down for maintenance</title></head><body>x</body></html>',
    'Down for maintenance',
  ],
  ['a page without one', '<p>Not <b>allowed</b></p><script>alert(1)</script>', 'Not allowed'],
  ['tags within JSON', '{"message":"<img src=x onerror=alert(1)>Refused"}', 'Refused'],
  ['control characters', 'No\u0000 such\u001b[31m user\u202e', 'No such [31m user'],
  ['the person’s id and name', 'user-4 (Mette Holm, HOLM) is not enrolled', '… (…, …) is not enrolled'],
  ['someone else’s name', 'Graded by Ulla Brandt already', 'Graded by … already'],
  ['an address', 'See https://lms.example/user?id=4 or mail ulla@lms.example', 'See … or mail …'],
  ['a token', 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI0In0.c2ln was refused', 'Bearer … was refused'],
  ['a secret by its name', 'sesskey=Ab3 is wrong for id 42', 'sesskey … is wrong for id …'],
  ['a long number', 'No user 123456', 'No user …'],
  ['nothing', '', ''],
  ['broken JSON', '{"message":', ''],
];

describe('what a platform says when it refuses a score', () => {
  for (const [what, said, kept] of cases) {
    it(`is cleaned: ${what}`, () => expect(cleanReason(said, known)).to.equal(kept));
  }

  it('is short', () => {
    expect(cleanReason('word '.repeat(5000), known)).to.have.length.at.most(200);
  });

  it('comes with the outcome, and is in no log', async () => {
    const world = await scoreWorld();
    world.lms.replies.set(SCORES, [{ status: 400, body: { message: 'The tool is switched off for Mette Holm' } }]);
    const [settled] = await world.deliver(world.report());
    expect(inWords(settled!)).to.equal('stopped http-400');
    expect(settled!.outcome).to.include({ reason: 'The tool is switched off for …' });
    expect(JSON.stringify(world.tool.logs)).not.to.include('switched off');
    await world.close();
  });
});
