import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePackage } from '../content/samplePackage.ts';
import { expectQuiet } from '../support/browser.ts';
import { peopleInRoom } from './support/peopleInRoom.ts';

describe('an author', function () {
  this.timeout(60_000);
  let folder = '';
  const room = peopleInRoom({
    settings: async () => {
      folder = mkdtempSync(join(tmpdir(), 'package-'));
      await writePackage(folder);
      return { COURSE_DIR: folder, COURSE_PREVIEW: 'on' };
    },
  });
  after(() => rmSync(folder, { recursive: true }));

  it('sees a change on the open page, and what is wrong where something is', async () => {
    const page = await (await room.arrive()).window('aktivitet/modul-1-forberedelse');
    const file = join(folder, 'da/modul-1/prep.yaml');
    const before = readFileSync(file, 'utf8');
    const title = (words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();
    await title('Se en film');

    writeFileSync(file, before.replace('title: Se en film', 'title: Hej igen'));
    await title('Hej igen');

    writeFileSync(file, before.replace('kind: prep', 'kind: prep\nintor: x'));
    await page.getByText(/prep\.yaml:\d+:\d+: intor is not known here/).waitFor();
    await title('Hej igen');

    writeFileSync(file, before);
    await title('Se en film');
    expect(await page.locator('#preview-faults').count()).to.equal(0);
    expectQuiet(page);
  });
});
