import { expect } from 'chai';
import { people, startPlatform } from '../support/platform/startPlatform.ts';
import { claims, enter, type Payload } from './support/launching.ts';
import { startLms } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';

describe('the history of a copied course', () => {
  let tool: Tool;
  beforeEach(async () => {
    tool = await startTool();
  });
  afterEach(() => tool.close());

  it('comes from the platform’s own variables, the nearest first; what it leaves unfilled is nothing', async () => {
    const platform = await startPlatform({ toolUrl: tool.url });
    try {
      await platform.registerWithTool();
      const copyOfCopy = await (await platform.course.copy()).copy();
      await platform.launch({ person: people.mette, activity: 'Min uge' });
      expect(tool.launches.at(-1)).not.to.have.property('history');
      await platform.launch({ person: people.mette, course: copyOfCopy, activity: 'Min uge' });
      const launch = tool.launches.at(-1)!;
      expect(launch.context.id).to.equal(copyOfCopy.id);
      expect(launch.history).to.deep.equal({ contexts: ['3', '2'], resourceLinks: [] });
    } finally {
      await platform.close();
    }
  });

  it('is decoded, as each id may hold a comma; what is no encoding is as it is', async () => {
    const lms = await startLms();
    try {
      await tool.lti.platforms.add(lms.facts);
      const custom = { context_history: 'course-v1%3AX%2BY,a%2Cb,100%', link_history: 'a%3Ab' };
      const payload = (right: Payload): Payload => ({ ...right, [claims.custom]: custom });
      expect((await enter(lms, tool, { payload })).status).to.equal(303);
      const { history } = tool.launches.at(-1)!;
      expect(history).to.deep.equal({ contexts: ['course-v1:X+Y', 'a,b', '100%'], resourceLinks: ['a:b'] });
    } finally {
      await lms.close();
    }
  });

  it('is read as far as it makes sense', async () => {
    const lms = await startLms();
    try {
      await tool.lti.platforms.add(lms.facts);
      const custom = { context_history: ` a, ,b,${'c,'.repeat(500)}`, link_history: '17,16' };
      const payload = (right: Payload): Payload => ({ ...right, [claims.custom]: custom });
      expect((await enter(lms, tool, { payload })).status).to.equal(303);
      const { history } = tool.launches.at(-1)!;
      expect(history?.contexts.slice(0, 3)).to.deep.equal(['a', 'b', 'c']);
      expect(history?.contexts).to.have.length.at.most(20);
      expect(history?.resourceLinks).to.deep.equal(['17', '16']);
    } finally {
      await lms.close();
    }
  });
});
