import { load } from 'cheerio';
import { expect } from 'chai';
import { addToList, removeFromList, removeKey } from '../../../src/features/editing/pages/yamlList.ts';
import { enteredBy, formOf, type WebClient } from '../../support/platform/webClient.ts';
import { testApp } from '../../support/testApp.ts';

type World = Awaited<ReturnType<typeof testApp>>;

const TOOLBOX = 'vaerktoejskasse/toolbox.yaml';

describe('an editor who makes, renames and removes pages', function () {
  this.timeout(120_000);
  let world: World;
  let editor: WebClient;
  before(async () => {
    world = await testApp({ at: '2026-11-23T09:00:00+01:00' });
    editor = await enteredBy(await world.deps.editors.link());
  });
  after(() => world.close());

  const at = (path: string) => `${world.origin}/redaktion${path}`;
  const of = (place: string, path: string) => at(`/${place}?${new URLSearchParams({ sti: path }).toString()}`);
  const textOf = async (path: string) => {
    const file = (await world.deps.draft.files()).get(path);
    return file && String(await world.deps.draft.read(file));
  };
  const make = async (kind: string, fields: Record<string, string>) => {
    const page = await editor.get(at(`/ny/${kind}`));
    return editor.post(at(`/ny/${kind}`), { ...formOf(page, 'main form').fields, ...fields });
  };
  const change = async (path: string, fields: Record<string, string>) => {
    const page = await editor.get(of('navn', path));
    return editor.post(of('navn', path), { ...formOf(page, 'main form').fields, ...fields });
  };
  const faults = async () => {
    const { courses: _courses, ...check } = await world.deps.checkDraft(await world.deps.draft.files());
    return check.faults.map(({ file, message }) => `${file}: ${message.da}`);
  };
  const errorsIn = ({ html }: { html: string }) => load(html)('.error-summary li').text();
  const save = async (path: string, edit: (text: string) => string) => {
    const page = await editor.get(of('fil', path));
    const text = edit(load(page.html)('#text').text().replace(/^\n/, ''));
    const saved = await editor.post(of('fil', path), { ...formOf(page).fields, text, intent: 'save' });
    expect(saved.status, path).to.equal(303);
  };

  it('makes a page of the toolbox in both languages and in its list; it is published only when its text is written', async () => {
    const en = await textOf(`en/${TOOLBOX}`);
    const fields = { hvor: `${TOOLBOX}#soevn.yaml`, titel: 'Gå en tur: ude', 'titel-en': 'Take a walk' };
    const page = await editor.follow(await make('vaerktoej', fields));
    expect(load(page.html)('[role=status]').text()).to.contain('Siden er lavet').and.contain('[Skriv her]');
    expect(load(page.html)('h1').text()).to.contain('Gå en tur');
    expect(await textOf(`da/${TOOLBOX}`)).to.contain('  - soevn.yaml\n  - gaa-en-tur-ude.yaml\n  - balance.yaml\n');
    expect(await textOf(`en/${TOOLBOX}`)).to.equal(
      en?.replace('  - soevn.yaml\n', '  - soevn.yaml\n  - gaa-en-tur-ude.yaml\n'),
    );
    const open = await faults();
    expect(open.every((one) => /\[(?:Skriv her|Write here)\]/.test(one))).to.equal(true);
    expect(open).to.have.length.above(6);
    const published = await world.deps.publishing.publish({ after: 0, note: '', from: '' });
    expect(published.kind).to.equal('faults');
    for (const path of ['da/vaerktoejskasse/gaa-en-tur-ude.yaml', 'en/vaerktoejskasse/gaa-en-tur-ude.yaml'])
      await save(path, (text) => text.replace(/\[(?:Skriv her|Write here)\] /g, ''));
    expect(await faults()).to.deep.equal([]);
  });

  it('makes a text to read as a step of a preparation, and a scene of a story', async () => {
    const prep = 'modul-2/forberedelse.yaml';
    const before = (await textOf(`da/${prep}`)) ?? '';
    const form = load((await editor.get(at('/ny/laeseside'))).html);
    const option = form('option')
      .toArray()
      .find((one) => (form(one).attr('value') ?? '').startsWith(prep));
    const place = form(option).attr('value') ?? '';
    const made = await make('laeseside', { hvor: place, titel: 'Et åndehul', 'titel-en': 'A pause' });
    expect(made.headers.get('location')).to.contain(encodeURIComponent('da/modul-2/et-aandehul.md'));
    const after = (await textOf(`da/${prep}`)) ?? '';
    const step = '  - id: et-aandehul\n    title: Et åndehul\n    minutes: 2\n    text: et-aandehul.md\n';
    expect(after).to.contain(step);
    // Apart from the step, no letter of the file is another.
    expect(after.replace(`${step}\n`, '')).to.equal(before);
    expect(await textOf('en/modul-2/et-aandehul.md')).to.contain('[Write here]');

    const story = 'modul-1/medkursister.yaml';
    const scene = { hvor: `${story}#lone:0`, titel: 'En lyd', 'titel-en': 'A sound' };
    expect((await make('scene', scene)).status).to.equal(303);
    const told = (await textOf(`da/${story}`)) ?? '';
    expect(told.indexOf('- title: Morgenen hos Lone')).to.be.below(
      told.indexOf('      - title: En lyd\n        text: |'),
    );
    expect(told.indexOf('- title: En lyd')).to.be.below(told.indexOf('- title: De tre beskeder'));
    const open = await faults();
    expect(open.filter((one) => !/\[(?:Skriv her|Write here)\]/.test(one))).to.deep.equal([]);
    expect(open.map((one) => one.split(':')[0])).to.include.members([`da/${story}`, 'da/modul-2/et-aandehul.md']);
  });

  it('makes a question on a step, in both languages and with an id of its own', async () => {
    const prep = 'modul-3/forberedelse.yaml';
    const before = (await textOf(`da/${prep}`)) ?? '';
    const form = load((await editor.get(at('/ny/spoergsmaal'))).html);
    const place = form('option')
      .toArray()
      .find((one) => form(one).text() === 'Efter “Hvad forstyrrer din søvn?”');
    if (!place) throw new Error('There is no such place.');
    expect(form(place).parent().attr('label')).to.equal('Søvn og hvile: Lidt viden om søvn');
    expect(form('main form').text()).to.contain('Spørgsmålet på dansk').and.not.contain('Filens navn');
    const fields = { hvor: form(place).attr('value') ?? '', titel: 'Prøv: Hvad drømmer du om?', 'titel-en': 'Try: what do you dream of?' }; // prettier-ignore
    const made = await editor.follow(await make('spoergsmaal', fields));
    expect(load(made.html)('[role=status]').text()).to.contain('Spørgsmålet er lavet');
    const question =
      '      - id: proev-hvad-droemmer-du\n        kind: text\n        ask: "Prøv: Hvad drømmer du om?"\n';
    const after = (await textOf(`da/${prep}`)) ?? '';
    expect(after).to.contain(question);
    expect(after.replace(question, ''), 'nothing else is another').to.equal(before);
    expect(await textOf(`en/${prep}`)).to.contain('        ask: "Try: what do you dream of?"\n');

    expect((await make('valg', { ...fields, 'titel-en': 'Try again' })).status).to.equal(303);
    const both = (await textOf(`da/${prep}`)) ?? '';
    expect(both).to.contain('- id: proev-hvad-droemmer-du-2\n        kind: one').and.contain('label: Det ved jeg ikke');
    const open = (await faults()).filter((one) => one.includes(prep));
    expect(open, 'in each language').to.have.length(2);
    for (const one of open) expect(one).to.match(/\[(?:Skriv her|Write here)\]/);
    for (const language of ['da', 'en'])
      await save(`${language}/${prep}`, (text) => text.replace(/\[(?:Skriv her|Write here)\] /g, ''));
    expect((await faults()).filter((one) => one.includes(prep))).to.deep.equal([]);
  });

  it('refuses what cannot be, says why, and keeps what was written', async () => {
    const fields = { hvor: `${TOOLBOX}#soevn.yaml`, titel: 'Søvn', 'titel-en': 'Sleep' };
    const taken = await make('vaerktoej', fields);
    expect(taken.status).to.equal(422);
    expect(errorsIn(taken)).to.contain('Der er allerede en side med det navn');
    expect(load(taken.html)('#titel').attr('value')).to.equal('Søvn');
    expect(load(taken.html)('option[selected]').attr('value')).to.equal(fields.hvor);
    expect(errorsIn(await make('vaerktoej', { ...fields, titel: '' }))).to.contain('titel på dansk');
    expect(errorsIn(await make('vaerktoej', { ...fields, 'titel-en': ' ' }))).to.contain('titel på engelsk');
    expect(errorsIn(await make('vaerktoej', { ...fields, hvor: '../../x' }))).to.contain('hvor det skal stå');
    expect(errorsIn(await make('vaerktoej', { ...fields, navn: '7' }))).to.contain('Navnet kan ikke bruges');
    const odd = await make('vaerktoej', { ...fields, navn: '../../Ud & væk' });
    expect(odd.headers.get('location')).to.contain(encodeURIComponent('da/vaerktoejskasse/ud-vaek.yaml'));
    // A story has four scenes at most: Jens's three and one are there; a fifth the check would refuse.
    const scene = { hvor: 'modul-1/medkursister.yaml#lone:0', titel: 'Mere', 'titel-en': 'More' };
    for (let more = 0; more < 2; more += 1) await make('scene', scene);
    const many = await make('scene', scene);
    expect(many.status).to.equal(422);
    expect(load(many.html)('.alert-error').text()).to.contain('Mød en medkursist (dansk)').and.contain('for mange');
    expect((await editor.get(at('/ny/andet'))).status).to.equal(404);
    expect((await editor.get(of('navn', '../package.json'))).status).to.equal(404);
  });

  it('gives a page another name wherever it is named, and takes what it was before along', async () => {
    await save('da/modul-1/haab.md', (text) => `${text}\nEn linje til.\n`);
    const taken = await change('da/modul-1/haab.md', { navn: 'handleplan', intent: 'omdoeb' });
    expect(errorsIn(taken)).to.contain('Navnet er brugt');
    const renamed = await change('da/modul-1/haab.md', { navn: 'Håb og mod', intent: 'omdoeb' });
    expect(renamed.headers.get('location')).to.contain(encodeURIComponent('da/modul-1/haab-og-mod.md'));
    for (const language of ['da', 'en']) {
      expect(await textOf(`${language}/modul-1/haab.md`)).to.equal(undefined);
      expect(await textOf(`${language}/modul-1/forberedelse.yaml`))
        .to.contain('text: haab-og-mod.md')
        .and.not.contain(': haab.md');
    }
    expect((await faults()).filter((one) => one.includes('haab'))).to.deep.equal([]);
    const page = await editor.follow(renamed);
    expect(load(page.html)('a[href*="udgave="]').length, 'earlier texts').to.be.above(0);
    expect(load((await editor.get(at(''))).html)('#slettet').length, 'nothing is removed').to.equal(0);
    const fixed = await change('da/modul-1/module.yaml', { navn: 'modul', intent: 'omdoeb' });
    expect(fixed.status).to.equal(409);
  });

  it('does not remove what is linked to, and says from where', async () => {
    const page = await editor.get(of('navn', 'da/vaerktoejskasse/soevn.yaml'));
    expect(load(page.html)('button[value=slet]').length).to.equal(0);
    expect(load(page.html)('.alert-warning').text())
      .to.contain('Den bliver brugt')
      .and.contain('Søvn og hvile: Inden I mødes (dansk)')
      .and.not.contain('findes ikke');
    const forced = await change('da/vaerktoejskasse/soevn.yaml', { intent: 'slet' });
    expect(forced.status).to.equal(409);
    expect(await textOf('da/vaerktoejskasse/soevn.yaml')).to.contain('id: soevn');
  });

  it('removes a page with the lines that only name it, and brings it back as it was', async () => {
    const path = 'da/vaerktoejskasse/ud-vaek.yaml';
    await save(path, (text) => text.replaceAll('[Skriv her]', 'Min tekst:'));
    const written = await textOf(path);
    const list = await editor.follow(await change(path, { intent: 'slet' }));
    expect(load(list.html)('#slettet').parent().text()).to.contain(path).and.contain('en/vaerktoejskasse/ud-vaek.yaml');
    expect(await textOf(path)).to.equal(undefined);
    expect(await textOf(`en/${TOOLBOX}`)).not.to.contain('ud-vaek');
    expect((await faults()).filter((one) => one.includes('vaerktoejskasse'))).to.deep.equal([]);
    const form = formOf(list, 'form[action="/redaktion/slettet"]').fields;
    const back = await editor.follow(await editor.post(at('/slettet'), { ...form, sti: path }));
    expect(load(back.html)('[role=status]').text()).to.contain('Siden er tilbage');
    expect(await textOf(path)).to.equal(written);
    for (const language of ['da', 'en']) expect(await textOf(`${language}/${TOOLBOX}`)).to.contain('- ud-vaek.yaml\n');
    expect((await editor.post(at('/slettet'), { ...form, sti: 'da/persondata.md' })).status).to.equal(404);

    // Whoever was writing in a file that is removed meanwhile gets the text back, and may have the file again.
    const open = await editor.get(of('fil', 'da/modul-2/et-aandehul.md'));
    // A step that is only to be read goes with its text.
    const before = await textOf('da/modul-2/forberedelse.yaml');
    await change('da/modul-2/et-aandehul.md', { intent: 'slet' });
    expect(await textOf('da/modul-2/forberedelse.yaml')).to.equal(
      before?.replace(/ {2}- id: et-aandehul\n(?: {4}.*\n)+\n?/, ''),
    );
    const text = 'Nattens arbejde.\n';
    const send = (fields: Record<string, string>) =>
      editor.post(of('fil', 'da/modul-2/et-aandehul.md'), { ...fields, text, intent: 'save' });
    const met = await send(formOf(open).fields);
    expect(met.status).to.equal(409);
    expect(load(met.html)('[role=status]').text()).to.contain('En anden har slettet filen imens');
    expect(load(met.html)('#text').text()).to.contain(text);
    expect((await send(formOf(met).fields)).status).to.equal(303);
    expect(await textOf('da/modul-2/et-aandehul.md')).to.equal(text);
  });
});

describe('lists in a file', () => {
  const file =
    'id: x\n# over\nlist:\n  - one   # own\n\n  # of two\n  - id: two\n    text: |\n      Hej.\n\n\n# after\nend: 1\n';

  it('take and lose an entry, and nothing else changes', () => {
    const added = addToList(file, ['list'], { after: 0, lines: ['id: new', 'text: a.md'] });
    expect(added).to.equal(file.replace('# own\n', '# own\n\n  - id: new\n    text: a.md\n'));
    const last = addToList(file, ['list'], { after: 9, lines: ['new'] });
    expect(last).to.equal(file.replace('Hej.\n', 'Hej.\n\n  - new\n'));
    expect(removeFromList(last ?? '', ['list'], 2)).to.equal(file);
    expect(removeFromList(file, ['list'], 5)).to.equal(undefined);
    expect(addToList('list: [a, b]\n', ['list'], { after: 0, lines: ['c'] })).to.equal(undefined);
    expect(addToList('list: [a\n', ['list'], { after: 0, lines: ['c'] })).to.equal(undefined);
  });

  it('lose a line of an entry, also the last of a file that ends without a line end', () => {
    const steps = 'steps:\n  - id: a\n    text: a.md\n    minutes: 2\n  - id: b\n    text: b.md';
    expect(removeKey(steps, ['steps', 0], 'text')).to.equal(steps.replace('    text: a.md\n', ''));
    expect(removeKey(steps, ['steps', 1], 'text')).to.equal(steps.replace('    text: b.md', ''));
    expect(removeKey('steps: [{ id: a, text: a.md }]', ['steps', 0], 'text')).to.equal(undefined);
  });
});
