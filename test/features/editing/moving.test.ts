import { load } from 'cheerio';
import { expect } from 'chai';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { createWebClient, formOf } from '../../support/platform/webClient.ts';
import { testApp } from '../../support/testApp.ts';

type World = Awaited<ReturnType<typeof testApp>>;

/** A picture of one red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z" fill="#5a2a5e"/></svg>';

describe('files in and out of the draft', function () {
  this.timeout(120_000);
  let world: World;
  let cookie: string;
  let csrf: string;
  before(async () => {
    world = await testApp({ at: '2026-11-23T09:00:00+01:00' });
    const client = createWebClient();
    const page = await client.follow(await client.submit(await client.get(await world.deps.editors.link())));
    cookie = Object.entries(client.cookiesFor(page.url))
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    csrf = formOf(page, 'form[method=post]').fields['_csrf'] ?? '';
  });
  after(() => world.close());

  const at = (path: string) => `${world.origin}/redaktion${path}`;
  const send = async (
    place: string,
    file: { name: string; bytes: Uint8Array | string },
    fields: Record<string, string> = {},
  ) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ _csrf: csrf, ...fields })) body.append(name, value);
    body.append('fil', new Blob([Buffer.from(file.bytes)]), file.name);
    const answer = await fetch(at(place), { method: 'POST', headers: { cookie }, body, redirect: 'manual' });
    return { status: answer.status, error: load(await answer.text())('.error-summary a').text() };
  };
  const draft = () => world.deps.draft.files();
  const fetched = async () => {
    const answer = await fetch(at('/flyt/kursus.zip'), { headers: { cookie } });
    return new Uint8Array(await answer.arrayBuffer());
  };

  it('take a picture into the draft, under a name that a course may have', async () => {
    expect((await send('/medier', { name: 'Gåtur Ved Søen.PNG', bytes: PNG })).status).to.equal(303);
    expect((await draft()).has('media/gaatur-ved-soeen.png')).to.equal(true);
    const shown = await fetch(at('/medier/fil?sti=media/gaatur-ved-soeen.png'), { headers: { cookie } });
    expect(Buffer.from(await shown.arrayBuffer()).equals(PNG)).to.equal(true);
    expect((await send('/medier', { name: 'x.svg', bytes: DRAWING }, { navn: 'medkursister/ny.svg' })).status).to.equal(
      303,
    );
    expect((await draft()).has('media/medkursister/ny.svg')).to.equal(true);
  });

  const refused: [why: string, name: string, bytes: Uint8Array | string, told: RegExp][] = [
    ['is not what its name says', 'a.webp', PNG, /ikke det, navnet siger/],
    ['is a page and not a picture', 'a.png', '<html><script>alert(1)</script></html>', /kan ikke læses/],
    ['is a program', 'a.exe', PNG, /Navnet kan ikke bruges/],
    ['leads out of the folder', '..png', PNG, /Navnet kan ikke bruges/],
    ['has a script', 'a.svg', DRAWING.replace('<path', '<script>alert(1)</script><path'), /streger og flader/],
    ['has a script in an attribute', 'a.svg', DRAWING.replace('<path', '<path onload="alert(1)"'), /streger og flader/],
    ['shows what lies elsewhere', 'a.svg', DRAWING.replace('#5a2a5e', 'url(https://x.dk/a)'), /streger og flader/],
    ['holds a page', 'a.svg', DRAWING.replace('<path', '<foreignObject></foreignObject><path'), /streger og flader/],
    ['has an entity', 'a.svg', `<!DOCTYPE svg [<!ENTITY a "b">]>${DRAWING}`, /streger og flader/],
    ['is larger than a phone should fetch', 'a.png', Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]), /for stor/],
    ['has captions without times', 'a.vtt', 'WEBVTT\n\nHej\n', /Underteksterne har en fejl/],
  ];
  for (const [why, name, bytes, told] of refused)
    it(`refuse a file that ${why}, and say so`, async () => {
      const before = [...(await draft()).keys()];
      const answer = await send('/medier', { name, bytes });
      expect(answer.status).to.equal(422);
      expect(answer.error).to.match(told);
      expect([...(await draft()).keys()]).to.deep.equal(before);
    });

  const trying: [what: string, inside: string][] = [
    ['a name without end', `<${'a'.repeat(60_000)}`],
    ['an attribute without end', `<path ${'a'.repeat(60_000)}/>`],
    ['comments without end', '<!--'.repeat(60_000)],
  ];
  for (const [what, inside] of trying)
    it(`answer at once to a drawing that has ${what}`, async () => {
      const begun = performance.now();
      const answer = await send('/medier', { name: 'a.svg', bytes: DRAWING.replace('<path', `${inside}<path`) });
      expect(answer.error).to.match(/streger og flader/);
      expect(performance.now() - begun).to.be.lessThan(1000);
    });

  it('give the draft as a zip that, sent back, changes nothing; byte for byte', async () => {
    const first = await fetched();
    const unzipped = unzipSync(first);
    const files = await draft();
    expect(Object.keys(unzipped)).to.have.members([...files.keys()]);
    const answer = await send('/flyt', { name: 'kursus.zip', bytes: first }, { fjern: 'ja' });
    expect(answer.error).to.equal('');
    expect(answer.status).to.equal(303);
    expect([...(await draft()).values()]).to.deep.equal([...files.values()]);
    expect(Buffer.from(await fetched()).equals(Buffer.from(first))).to.equal(true);
  });

  it('take a changed folder in, within a folder of its own; removing others only where told', async () => {
    const whole = unzipSync(await fetched());
    const { 'media/gaatur-ved-soeen.png': gone, ...rest } = whole;
    expect(gone).not.to.equal(undefined);
    const edited = {
      ...rest,
      'da/svaere-stunder.md': Buffer.from(
        `${Buffer.from(whole['da/svaere-stunder.md'] ?? []).toString()}\nNy linje.\n`,
      ),
    };
    const inFolder = Object.fromEntries(Object.entries(edited).map(([path, bytes]) => [`kursus/${path}`, bytes]));
    // To compress the films would take seconds; texts that are compressed were taken in above.
    const bytes = zipSync({ ...inFolder, '__MACOSX/x': new Uint8Array(3) }, { level: 0 });
    const zip = { name: 'k.zip', bytes };
    expect((await send('/flyt', zip)).status).to.equal(303);
    expect((await draft()).has('media/gaatur-ved-soeen.png')).to.equal(true);
    const file = (await draft()).get('da/svaere-stunder.md');
    expect(file && String(await world.deps.draft.read(file))).to.contain('Ny linje.');
    expect((await send('/flyt', zip, { fjern: 'ja' })).status).to.equal(303);
    expect((await draft()).has('media/gaatur-ved-soeen.png')).to.equal(false);
  });

  const bombs: [why: string, bytes: () => Uint8Array, told: RegExp][] = [
    ['is no zip', () => Buffer.from('PK ikke'), /ikke en zip-fil/],
    [
      'leads out of the folder',
      () => zipSync({ 'course.yaml': Buffer.from('a'), '../../etc/passwd': Buffer.from('b') }),
      /ikke kan have/,
    ],
    ['has a program', () => zipSync({ 'course.yaml': Buffer.from('a'), 'da/x.js': Buffer.from('b') }), /ikke kan have/],
    [
      'unpacks to too much',
      () => zipSync({ 'course.yaml': Buffer.from('a'), 'media/x.mp4': new Uint8Array(11 * 1024 * 1024) }, { level: 1 }),
      /for meget/,
    ],
    [
      'has too many files',
      () => {
        const files = Array.from({ length: 2001 }, (_, n) => [`da/m/f${n}.md`, new Uint8Array(1)]);
        return zipSync(Object.fromEntries(files) as Zippable, { level: 0 });
      },
      /for meget/,
    ],
    [
      'has a drawing with a script',
      () =>
        zipSync({
          'course.yaml': Buffer.from('a'),
          'media/x.svg': Buffer.from(DRAWING.replace('<path', '<script/><path')),
        }),
      /streger og flader/,
    ],
  ];
  for (const [why, bytes, told] of bombs)
    it(`refuse a zip that ${why}, and leave the draft as it is`, async () => {
      const before = [...(await draft()).values()];
      const answer = await send('/flyt', { name: 'k.zip', bytes: bytes() });
      expect(answer.status).to.equal(422);
      expect(answer.error).to.match(told);
      expect([...(await draft()).values()]).to.deep.equal(before);
    });

  it('take nothing without the form’s own secret', async () => {
    expect((await send('/medier', { name: 'b.png', bytes: PNG }, { _csrf: 'gættet' })).status).to.equal(403);
    expect(
      (await send('/flyt', { name: 'k.zip', bytes: zipSync({ 'course.yaml': PNG }) }, { _csrf: '' })).status,
    ).to.equal(403);
  });
});
