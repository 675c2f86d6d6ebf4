import { load } from 'cheerio';
import { expect } from 'chai';
import { claim } from '../../../src/sandbox/vocabulary.ts';
import { having } from '../../lti/support/attempt.ts';
import { startAppAndPlatform } from '../../support/app.ts';
import { prepareAndSend } from '../../support/participant.ts';
import { people } from '../../support/platform/startPlatform.ts';

const ACTIVITY = 'modul-1-forberedelse';
const learner = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner';

describe('an instructor who has tried an activity as a participant', function () {
  this.timeout(60_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => {
    both = await startAppAndPlatform();
  });
  after(() => both.close());

  const frontFor = async (person: string): Promise<string> => {
    const { client, page } = await both.platform.launch({ person, activity: ACTIVITY });
    return load((await client.get(page.url.replace(/(\/rum\/[^/]+\/).*$/, '$1'))).html)('main').text().replace(/\s+/g, ' '); // prettier-ignore
  };

  it('is in no count of the class, nor of the grades', async () => {
    const { platform } = both;
    platform.misbehave.claims = having({ [claim.roles]: [learner] });
    const trial = await platform.launch({ person: people.instructor, activity: ACTIVITY });
    platform.misbehave.claims = undefined;
    await prepareAndSend(trial.client, trial.page);
    const mette = await platform.launch({ person: people.mette, activity: ACTIVITY });
    await prepareAndSend(mette.client, mette.page);
    expect(await frontFor(people.instructor)).to.include('1 har sendt. 0 er i gang. Læs svarene');
    const grades = await frontFor(people.administrator);
    expect(grades).to.match(/Forbered dig til første gang [01] [01] 0 /);
    const [, delivered, waiting] = /Forbered dig til første gang (\d) (\d)/.exec(grades) ?? [];
    expect(Number(delivered) + Number(waiting), 'Mette alone').to.equal(1);
  });
});
