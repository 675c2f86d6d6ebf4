import { expect } from 'chai';
import { peopleInRoom } from './support/peopleInRoom.ts';

/** Some course systems send a user name or an address in place of a name. */
const LONG = 'anne-margrethe.christoffersen-vestergaard@beskaeftigelse.example.dk';

describe('a long name without a space', function () {
  this.timeout(90_000);
  const room = peopleInRoom();

  for (const [role, paths] of [
    ['instructor', ['', 'hold', 'fremmoede/1', 'aktivitet/modul-1-forberedelse', 'webinar/modul-1', 'hilsen']],
    ['administrator', ['personer']],
  ] as const)
    it(`pushes no page of an ${role} sideways at 320 px`, async () => {
      await room.arrive({ person: { subject: 'anne', name: LONG } });
      const staff = await room.arrive({ role, person: { subject: role, name: `${role}-${LONG}` } });
      const page = await staff.window('', { width: 320 });
      const home = page.url();
      const wide: string[] = [];
      for (const path of paths) {
        await page.goto(new URL(path, home).href);
        const over = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        if (over > 0) wide.push(`${path}: ${over} px`);
      }
      expect(wide).to.deep.equal([]);
    });
});
