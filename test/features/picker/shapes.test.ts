import { expect } from 'chai';
import type { Visit, WebClient } from '../../support/platform/webClient.ts';
import { pickerWorld, sentBy, type PickerWorld } from './world.ts';

describe('the shapes in which the picker places the course', () => {
  let world: PickerWorld;
  before(async () => {
    world = await pickerWorld();
  });
  after(() => world.close());

  const choose = (client: WebClient, page: Visit, chosen: string | Record<string, string>) =>
    client.submit(page, typeof chosen === 'string' ? { choice: chosen } : chosen);

  it('places the course as one link, with one column for all of it', async () => {
    const { client, page } = await world.choosing();
    const { items } = sentBy(await choose(client, page, 'kursus-en'));
    expect(items).to.have.length(1);
    expect(items[0]).to.deep.include({ title: 'Min uge' });
    expect(items[0]).not.to.have.any.keys('custom', 'url');
    expect(items[0]?.['lineItem']).to.deep.include({ scoreMaximum: 100, resourceId: 'min-uge', tag: 'course' });
  });

  it('places the course as a link for each week, each with its column', async () => {
    const { client, page } = await world.choosing();
    const { items } = sentBy(await choose(client, page, 'kursus-uger'));
    expect(items.map(({ title }) => title)).to.deep.equal(['Uge 1: Emne 1', 'Uge 2: Emne 2']);
    expect(items.map(({ custom }) => custom)).to.deep.equal([{ activity: 'uge-1' }, { activity: 'uge-2' }]);
    for (const [index, { lineItem }] of items.entries())
      expect(lineItem).to.deep.include({ scoreMaximum: 100, resourceId: `uge-${index + 1}`, tag: 'week' });
  });

  it('places a week by itself, and says in the link that progress is shown where that was ticked', async () => {
    const { client, page } = await world.choosing();
    const { items } = sentBy(await choose(client, page, { choice: 'uge-2', progress: '1' }));
    expect(items).to.have.length(1);
    expect(items[0]).to.deep.include({ title: 'Uge 2: Emne 2', custom: { activity: 'uge-2', progress: '1' } });
    const other = await world.choosing();
    const whole = sentBy(await choose(other.client, other.page, { choice: 'kursus-en', progress: '1' })).items;
    expect(whole[0]?.['custom']).to.deep.equal({ progress: '1' });
  });
});
