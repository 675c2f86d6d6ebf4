import type { Page } from 'playwright-core';
import { startAppAndPlatform } from '../support/app.ts';
import { expectAccessible, newPage, sharedBrowser } from '../support/browser.ts';
import { openPreparation } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { openFrameAs } from './support/arriving.ts';
import { windowOf } from './support/windowOf.ts';

describe('leaving a computer that others use', function () {
  this.timeout(120_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => (both = await startAppAndPlatform()));
  after(() => both.close());

  const signOut = (page: Pick<Page, 'getByRole'>) => page.getByRole('button', { name: 'Log ud' }).click();
  const isOut = (page: Pick<Page, 'getByRole'>) =>
    page.getByRole('heading', { level: 1, name: 'Du er logget ud' }).waitFor();
  const isOver = (page: Pick<Page, 'getByRole'>) =>
    page.getByRole('heading', { level: 1, name: 'Du har været væk et stykke tid' }).waitFor();

  it('is one press, and nothing is to be seen afterwards', async () => {
    const { client, page } = await both.platform.launch({ person: people.mette, activity: 'Min uge' });
    const room = await windowOf(client, page.url, { width: 320 });
    await expectAccessible(room);
    await signOut(room);
    await isOut(room);
    await expectAccessible(room);
    await room.goto(page.url);
    await isOver(room);
  });

  it('works in the course’s frame, without scripts, and keeps what was written', async () => {
    const framed = await newPage(await sharedBrowser());
    const frame = await openFrameAs(framed, both.platform, { person: people.jens, activity: 'modul-1-forberedelse' });
    await frame.getByRole('button', { name: 'Næste' }).click();
    await frame.getByText('Trin 2 af').first().waitFor();
    await signOut(frame);
    await isOut(frame);

    const { client, page } = await openPreparation(both.platform, people.jens);
    const again = await windowOf(client, page.url);
    await again.getByText('Trin 2 af').first().waitFor();
    const plain = await windowOf(client, page.url, { javaScriptEnabled: false });
    await signOut(plain);
    await isOut(plain);
    // The window with scripts, where it was open too.
    await again.reload();
    await isOver(again);
  });
});
