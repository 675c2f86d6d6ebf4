import { expect } from 'chai';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { nothingChosen } from '../../src/domain/schedule.ts';
import { expectAccessible, expectQuiet } from '../support/browser.ts';
import { peopleInRoom, type PersonInRoom } from './support/peopleInRoom.ts';
import { doNext, nextOn } from './support/withoutScripts.ts';

const MONDAY = '2026-11-23';
const DAY_MS = 24 * 60 * 60 * 1000;

function opensNext(week: number) {
  return new RegExp(`Uge ${week + 1}: .* åbner`);
}

/** Pictures of what is looked at, for one who wants to look: `PICTURES=/tmp/course npx mocha …`. */
const picturesIn = process.env['PICTURES'];

describe('a whole course', function () {
  this.timeout(120_000);
  const room = peopleInRoom({ at: `${MONDAY}T09:00:00+01:00` });

  /** Opens a page as it is on a phone. */
  const look = async (mette: PersonInRoom, path: string, name: string): Promise<void> => {
    const page = await mette.window(path, { width: 360 });
    await expectAccessible(page);
    if (picturesIn) {
      mkdirSync(picturesIn, { recursive: true });
      await page.screenshot({ path: join(picturesIn, `${name}.png`), fullPage: true });
    }
    expectQuiet(page);
    await page.context().close();
  };

  /** All that is asked for in a week; how it was called. */
  const week = async (mette: PersonInRoom, number: number): Promise<string[]> => {
    const done: string[] = [];
    // In week 1 there is a survey too, and in week 7 there are cards to sort.
    for (let left = [1, 7].includes(number) ? 4 : 3; left > 0; left -= 1) done.push(await doNext(mette));
    const front = await mette.open(`${mette.home}/`);
    expect(front.$('.theme__line').text()).to.equal(`Uge ${number} af 8`);
    expect(front.$('.path [aria-current]').text()).to.match(new RegExp(`Uge ${number}: .*Her er du. Færdig.`, 's'));
    if (number === 8) expect(nextOn(front)).to.equal('Når kurset slutter');
    else expect(front.$('main').text()).to.match(opensNext(number));
    return done;
  };

  it('is gone through by one participant on a phone, week by week, to the survey three months after', async () => {
    let mette = await room.arrive();
    const chosen = { ...nothingChosen, start: MONDAY, pace: 'weekly' } as const;
    await room.app.deps.schedules.save(mette.room.id, chosen, 'ulla');
    await look(mette, '', 'week-1-begins');
    expect((await week(mette, 1))[1], 'after the welcome').to.equal('Før du går i gang');
    for (let number = 2; number <= 8; number += 1) {
      room.app.pass(7 * DAY_MS);
      mette = await room.arrive();
      if (number === 8) await look(mette, '', 'week-8-begins');
      await week(mette, number);
    }
    expect(await doNext(mette)).to.equal('Når kurset slutter');

    room.app.pass((7 + 93) * DAY_MS);
    mette = await room.arrive();
    expect(await doNext(mette)).to.equal('Tre måneder efter');
    const plans = await mette.open(`${mette.home}/handleplaner`);
    expect(plans.$('article.plan')).to.have.length(8);
    await look(mette, 'handleplaner', 'all-plans');
  });
});
