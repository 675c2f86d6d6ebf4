import { expect } from 'chai';
import { sizeOf } from '../../../src/files/pictures/size.ts';
import { BESIDE, fromPhone, JPEG, png } from '../../support/pictures.ts';
import { createGreetingPictures } from '../../../src/features/greeting/pictureStore.ts';
import type { Store } from '../../../src/store/port.ts';
import { memoryStore } from '../../support/stores.ts';
import { roomWorld, type RoomWorld } from '../room/world.ts';

const ulla = { role: 'instructor', person: { subject: '9', name: 'Ulla Brandt' } } as const;
type Visitor = Awaited<ReturnType<RoomWorld['arrive']>>;

describe('the picture beside an instructor’s greeting', () => {
  let world: RoomWorld;
  let instructor: Visitor;
  beforeEach(async () => {
    world = await roomWorld();
    instructor = await world.arrive(ulla);
  });
  afterEach(() => world.close());

  const greet = async () =>
    instructor.press(await instructor.open(`${instructor.home}hilsen`), '/hilsen$', {
      'answer.hilsen': 'Godt, du er her',
    });
  /** Sends a file by the form, as a browser without scripts does. */
  const send = async (bytes: Buffer | undefined, { name = 'mig.jpg', csrf = '', by = instructor } = {}) => {
    const address = `${by.home}hilsen/billede`;
    const page = await instructor.open(`${instructor.home}hilsen/billede`);
    const body = new FormData();
    body.set('_csrf', csrf || String(page.$('form[enctype] [name=_csrf]').val()));
    body.set('billede', new Blob(bytes ? [new Uint8Array(bytes)] : []), name);
    return by.open(address, { method: 'POST', body });
  };
  const front = async (visitor?: Visitor) => {
    const mette = visitor ?? (await world.arrive());
    return { mette, greeting: (await mette.open(mette.home)).$('.greeting') };
  };

  it('is on Min uge in place of the initials, with a text in its place, and served as what it is', async () => {
    await greet();
    const saved = await send(fromPhone());
    expect(saved.words).to.include('Billedet er gemt').and.include('Sådan ser holdet den nu');
    const { mette, greeting } = await front();
    expect(greeting.find('.initials').length).to.equal(0);
    expect(greeting.find('img').attr('alt')).to.equal('Billede af Ulla');
    const src = String(greeting.find('img').attr('src'));
    const served = await mette.ask(src);
    expect(served.headers.get('content-type')).to.equal('image/jpeg');
    expect(served.headers.get('cache-control')).to.equal('no-store');
    expect(served.headers.get('x-content-type-options')).to.equal('nosniff');
    const bytes = Buffer.from(await served.arrayBuffer());
    expect(sizeOf(bytes)).to.include({ type: 'jpg', orientation: 6 });
    expect(bytes.includes(BESIDE) || bytes.includes('GPS'), 'where it was taken').to.equal(false);
    expect((await fetch(world.origin + src)).status, 'without a session').to.equal(401);
    const other = await world.arrive({ context: { id: '3', title: 'Hold 8' } });
    expect((await other.ask(src.replace(/\/rum\/[^/]+\//, other.home))).status, 'another class').to.equal(404);
    const administrator = await world.arrive({ role: 'administrator', person: { subject: '5', name: '' } });
    expect((await administrator.ask(src)).status, 'who follows no week').to.equal(404);
  });

  it('is read alone when it is shown, however many others the class has', async () => {
    const { read, store } = countingStore(await memoryStore());
    const pictures = await createGreetingPictures(store, Date.now);
    for (const person of ['ulla', 'bo', 'ida'])
      await pictures.save({ room: 'r', person }, { kind: 'jpg', bytes: JPEG });
    const id = (await pictures.of('r', 'bo'))?.id ?? '';
    expect((await pictures.at('r', id))?.person).to.equal('bo');
    expect(read()).to.equal(1);
    expect(await pictures.at('another', id)).to.equal(undefined);
    await store.close();
  });

  it('is refused, in words, where it is no picture or too large, and the earlier one stays', async () => {
    await greet();
    await send(JPEG);
    const refusals: [Buffer | undefined, string, RegExp][] = [
      [undefined, '', /Vælg et billede først/],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'mig.jpg', /ikke et JPG-/],
      [JPEG.subarray(0, 200), 'mig.jpg', /ikke et JPG-/],
      [png(400, 300, true), 'mig.png', /for stort/],
      [png(1700, 4), 'mig.png', /for stort/],
    ];
    for (const [bytes, name, words] of refusals) {
      const page = await send(bytes, { name });
      expect(page.status, name).to.equal(422);
      expect(page.$('.error-summary a[href="#billede"]').text()).to.match(words);
      expect(page.$('#billede').attr('aria-describedby')).to.include('billede-error');
    }
    expect((await front()).greeting.find('img').length).to.equal(1);
  });

  it('is not looked for in a form of countless parts, which would keep everyone waiting', async () => {
    const begin = '--x\r\nContent-Disposition: form-data; name="a"';
    const forms = {
      parts: `${`${begin}\r\n\r\n\r\n`.repeat(100)}--x--`,
      'lines above a part': `${begin}\r\n${'a: b\r\n'.repeat(1000)}\r\n\r\n--x--`,
      'lines and nothing else': `${begin}\r\n${'a: b\r\n'.repeat(1000)}`,
    };
    for (const [what, form] of Object.entries(forms)) {
      const body = new Blob([form], { type: 'multipart/form-data; boundary=x' });
      const answer = await instructor.open(`${instructor.home}hilsen/billede`, { method: 'POST', body });
      expect(answer.status, what).to.equal(400);
    }
  });

  it('is not looked for in a large file, of which a session sends a few a minute', async () => {
    const marks = Buffer.concat([JPEG.subarray(0, 2), ...Array.from({ length: 300_000 }, () => JPEG_COMMENT)]);
    const page = await send(marks);
    expect(page.status).to.equal(422);
    expect(page.$('.error-summary a[href="#billede"]').text()).to.match(/for stort/);
    const statuses: number[] = [];
    for (let time = 0; time < 20; time += 1) statuses.push((await send(marks)).status);
    expect(statuses.at(-1)).to.equal(429);
  });

  it('is taken by the form’s own secret from instructors alone', async () => {
    await greet();
    expect((await send(JPEG, { csrf: 'gættet' })).status).to.equal(401);
    for (const role of ['participant', 'administrator', 'builder'] as const) {
      const by = await world.arrive({ role, person: { subject: role, name: '' } });
      expect((await by.open(`${by.home}hilsen/billede`)).status, role).to.equal(404);
      expect((await send(JPEG, { by })).status, role).to.be.oneOf([401, 404]);
    }
    expect((await front()).greeting.find('img').length).to.equal(0);
  });

  it('goes by a press, with its greeting, with the person, and where its person is no instructor any more', async () => {
    const picture = () => world.deps.greetingPictures.of(instructor.room.id, instructor.person.id);
    await greet();
    await send(JPEG);
    const src = String((await front()).greeting.find('img').attr('src'));
    await world.arrive({ ...ulla, role: 'participant' });
    expect((await (await world.arrive()).ask(src)).status, 'of a former instructor').to.equal(404);
    instructor = await world.arrive(ulla);
    await instructor.press(await instructor.open(`${instructor.home}hilsen/billede`), '/fjern$');
    expect((await front()).greeting.find('.initials').text()).to.equal('UB');
    await send(JPEG);
    const nothing = { 'answer.navn': '', 'answer.initialer': '', 'answer.hilsen': '' };
    await instructor.press(await instructor.open(`${instructor.home}hilsen`), '/hilsen$', nothing);
    expect(await picture()).to.equal(undefined);
    await greet();
    await send(JPEG);
    const { room, person } = instructor;
    const copy = await world.deps.privacy.gather({ room: room.id, person: person.id });
    expect(JSON.stringify(copy), 'in the copy of one’s data').to.include('greeting_pictures').and.include('/9j/');
    await world.deps.privacy.erase({ room: room.id, person: person.id }, { by: 'operator' });
    expect(await picture()).to.equal(undefined);
  });

  it('is stored under encryption', () => {
    const opened = world.deps.store.opened().find(({ name }) => name === 'greeting_pictures');
    expect(opened?.encrypted).to.deep.equal(['bytes']);
  });
});

/** The smallest part of a JPEG: a comment without words. */
const JPEG_COMMENT = Buffer.from('fffe0002', 'hex');

/** A store that counts the documents that were found in it. */
function countingStore(store: Store): { store: Store; read: () => number } {
  let read = 0;
  const collection: Store['collection'] = async (schema) => {
    const inside = await store.collection(schema);
    const find: typeof inside.find = async (query) => {
      const page = await inside.find(query);
      read += page.items.length;
      return page;
    };
    return { ...inside, find };
  };
  return { store: { ...store, collection }, read: () => read };
}
