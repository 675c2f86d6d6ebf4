import { expect } from 'chai';
import { startAppAndPlatform } from '../support/app.ts';
import { openPreparation, prepareAndSend, pressIntent } from '../support/participant.ts';
import { people, type Platform } from '../support/platform/startPlatform.ts';

/** The path below the room to which a launch redirects, and the status of what is there. */
async function ledTo(platform: Platform, person: string) {
  const { client, launched } = await platform.launch({ person, activity: 'modul-1-forberedelse' });
  const location = launched.headers.get('location') ?? '';
  const { status } = await client.get(new URL(location, launched.url).href);
  return { place: location.replace(/^\/rum\/[^/]+|\?.*$/g, ''), status };
}

describe('a launch of an activity of steps', () => {
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => {
    both = await startAppAndPlatform();
  });
  after(() => both.close());

  it('leads straight to where the participant left off: the first step, a later one, the receipt', async () => {
    const { platform } = both;
    const steps = '/aktivitet/modul-1-forberedelse';
    expect(await ledTo(platform, people.mette)).to.deep.equal({ place: `${steps}/trin/1`, status: 200 });
    const { client, page } = await openPreparation(platform, people.mette);
    const second = await pressIntent(client, page, 'next');
    expect(await ledTo(platform, people.mette)).to.deep.equal({ place: `${steps}/trin/2`, status: 200 });
    await prepareAndSend(client, second);
    expect(await ledTo(platform, people.mette)).to.deep.equal({ place: `${steps}/kvittering`, status: 200 });
  });

  it('leads an instructor to the activity’s address, which is theirs', async () =>
    expect((await ledTo(both.platform, people.instructor)).place).to.equal('/aktivitet/modul-1-forberedelse'));
});
