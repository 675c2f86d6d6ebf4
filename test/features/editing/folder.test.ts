import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { createCourseFolder } from '../../../src/features/editing/store/folder.ts';
import { withPackage } from '../../content/samplePackage.ts';

const TEXT = 'da/modul-1/tekst.md';

describe('the package on disk, as editors begin with it', () => {
  it('is what the disk has now: a file that has changed has another hash, and its old content is not there any more', async () => {
    await withPackage({ [TEXT]: '# Før\n' }, async (place) => {
      const folder = createCourseFolder(place);
      const hashNow = async () => (await folder.files()).find(({ path }) => path === TEXT)?.hash ?? '';
      const readAs = async (hash: string) => (await folder.read(TEXT, hash))?.toString();
      const before = await hashNow();
      expect([await readAs(before), await readAs(before)], 'also the second time').to.deep.equal([
        '# Før\n',
        '# Før\n',
      ]);
      await writeFile(join(place, TEXT), '# Efter\n');
      expect(await readAs(before), 'a check that has begun ends with what it began with').to.equal('# Før\n');
      const after = await hashNow();
      expect(after).not.to.equal(before);
      expect(await readAs(after)).to.equal('# Efter\n');
      expect(await readAs(before)).to.equal(undefined);
      expect(await folder.find(before)).to.equal(undefined);
      expect((await folder.find(after))?.toString()).to.equal('# Efter\n');
    });
  });
});
