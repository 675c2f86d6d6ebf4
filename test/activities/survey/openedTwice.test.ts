import { expect } from 'chai';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { prepWorld, type PrepWorld } from '../engine/world.ts';
import { visitor } from './visitor.ts';

const FOLLOW_UP = 'spoergeskema-3-maaneder';

describe('a link of one’s own that is opened twice', () => {
  let world: PrepWorld;
  let link: string;
  before(async () => {
    world = await prepWorld({ courses: await shippedCourse(), activity: FOLLOW_UP });
    const { cookie, of } = await world.arrive();
    const sara = visitor(world.origin, { cookie, path: `/rum/${of.room}` });
    const made = await sara.press(await sara.open(`/rum/${of.room}/mit-link`));
    link = made.$('#link').text().replace(world.origin, '');
  });
  after(() => world.close());

  it('works from either page where it was opened twice from a mail', async () => {
    const who = visitor(world.origin);
    const first = await who.open(link);
    expect(first.headers.getSetCookie().join()).to.match(/svar-form=[^;]+;.*SameSite=Lax/);
    await who.open(link);
    expect((await who.press(first)).h1).to.equal('Vil du være med?');
  });

  it('shows its button again where the browser has got another cookie meanwhile', async () => {
    const who = visitor(world.origin);
    const first = await who.open(link);
    who.cookies.clear();
    await who.open(link);
    const again = await who.press(first);
    expect([again.status, again.path]).to.deep.equal([403, `${link}?sprog=da`]);
    expect(who.cookies.has('svar')).to.equal(false);
    expect((await who.press(again)).h1).to.equal('Vil du være med?');
  });
});
