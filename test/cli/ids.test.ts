import { expect } from 'chai';
import { runProgram, type Program } from '../../src/cli/program.ts';
import { readConfig } from '../../src/config.ts';

const program: Program = {
  commands: {
    form: '<id> [<folder>] [--month <1-12>]',
    options: { month: { type: 'string' } },
    does: 'Says what it was given.',
    run: ({ values, options }) => Promise.resolve(JSON.stringify([values, options['month'] ?? ''])),
  },
  about: '',
};
function run(...words: string[]) {
  return runProgram({ name: 'tried', program }, words, () => readConfig({ TOOL_URL: 'http://localhost:9' }));
}

describe('the words of a command', () => {
  for (const id of ['-Tq_0mC8Zk2dW1aYb3cXeQ', '--q_0mC8Zk2dW1aYb3cXeQ', 'aTq_0mC8Zk2dW1aYb3cXeQ'])
    it(`may be the id ${id}`, async () => {
      expect(await run(id, 'folder', '--month', '3')).to.deep.include({
        code: 0,
        out: JSON.stringify([[id, 'folder'], '3']),
      });
    });

  it('may be an id for an option', async () => {
    const id = '-Tq_0mC8Zk2dW1aYb3cXeQ';
    expect((await run('first', '--month', id)).out).to.equal(JSON.stringify([['first'], id]));
  });

  it('are refused where an option is not known', async () => {
    expect((await run('id', '--mnth', '3')).code).to.equal(2);
    expect((await run('id', '-x')).code).to.equal(2);
  });
});
