import { load } from 'cheerio';
import { expect } from 'chai';
import type { Activity, OneQuestion, Question } from '../../../src/content/course.ts';
import { changesOfAnswers } from '../../../src/features/editing/answers/changes.ts';
import { enteredBy, formOf, type WebClient } from '../../support/platform/webClient.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { testApp } from '../../support/testApp.ts';

type World = Awaited<ReturnType<typeof testApp>>;

const PREP = 'da/modul-1/forberedelse.yaml';
const STEP = '/aktivitet/modul-1-forberedelse/trin/1';

describe('what an editor is told of answers that a change concerns', function () {
  this.timeout(120_000);
  let world: World;
  let editor: WebClient;
  let people = 0;
  beforeEach(async () => {
    people = 0;
    world = await testApp({ at: '2026-11-23T09:00:00+01:00' });
    editor = await enteredBy(await world.deps.editors.link());
  });
  afterEach(() => world.close());

  const at = (path: string) => `${world.origin}/redaktion${path}`;
  const file = (path: string) => at(`/fil?${new URLSearchParams({ sti: path }).toString()}`);
  const open = async (path: string) => {
    const page = await editor.get(file(path));
    return { page, text: load(page.html)('#text').text().replace(/^\n/, '') };
  };
  const send = async (path: string, change: (text: string) => string, intent: 'check' | 'save') => {
    const { page, text } = await open(path);
    const changed = change(text);
    expect(changed, 'something is changed').not.to.equal(text);
    return editor.post(file(path), { ...formOf(page).fields, text: changed, intent });
  };
  const warnings = ({ html }: { html: string }) =>
    load(html)('.editing__answers li')
      .toArray()
      .map((one) => load(html)(one).text().replace(/\s+/g, ' ').trim());
  const whileWriting = async (change: (text: string) => string) => warnings(await send(PREP, change, 'check'));
  /** So many more people choose "Jeg er i tvivl" at the first question. */
  const answer = async (count: number) => {
    for (let more = 0; more < count; more += 1) {
      people += 1;
      const { cookie, home } = await world.arrive({ person: { subject: `p${people}`, name: `P ${people}` } });
      const address = `${world.origin}${home}${STEP}`;
      const $ = load(await (await fetch(address, { headers: { cookie } })).text());
      const inputs = $('form#activity input[type=hidden]').toArray();
      const hidden = inputs.map((one): [string, string] => [$(one).attr('name') ?? '', $(one).attr('value') ?? '']);
      const body = new URLSearchParams([...hidden, ['answer.start', 'tvivl'], ['intent', 'save']]);
      const options = { method: 'POST', headers: { cookie }, body, redirect: 'manual' } as const;
      expect((await fetch(address, options)).status).to.equal(303);
    }
    world.pass(31_000);
  };

  it('says in words what becomes of them while one writes; where only words change, and before anyone has answered, nothing', async () => {
    const gone = (text: string) => text.replace('id: start', 'id: begyndelse');
    expect(await whileWriting(gone), 'before anyone has answered').to.deep.equal([]);
    await answer(1);
    expect((await whileWriting(gone))[0]).to.match(
      /^Forbered dig til første gang: .*har fået et andet id\. Nogle har svaret\. .*Skriv id: start igen/,
    );
    const words = (text: string) => text.replace('gå i gang?', 'begynde?').replace('Jeg er i tvivl', 'I tvivl');
    expect(await whileWriting(words)).to.deep.equal([]);
    const option = (text: string) => text.replace(/ +- id: tvivl\n.*\n/, '');
    expect((await whileWriting(option))[0]).to.contain('har mistet: Jeg er i tvivl. Nogle har svaret.');
  });

  it('tells a number from five on, at the file that does it, before it is published, and before it is taken back', async () => {
    await answer(4);
    const drop = (text: string) => text.replace(/ +- id: tvivl\n.*\n/, '');
    for (const path of [PREP, PREP.replace('da/', 'en/')])
      expect((await send(path, drop, 'save')).status, path).to.equal(303);
    expect(warnings(await editor.get(at('/udgiv')))[0]).to.contain('Nogle har svaret.');
    await answer(1);
    expect(warnings(await editor.get(at('/udgiv')))[0]).to.contain('5 har svaret.');
    expect(warnings(await editor.get(file(PREP)))[0]).to.contain('5 har svaret.');
    expect(warnings(await editor.get(file('da/modul-1/module.yaml'))), 'another file').to.deep.equal([]);

    const fields = formOf(await editor.get(at('/udgiv'))).fields;
    await editor.follow(await editor.post(at('/udgiv'), { ...fields, hvem: 'alle' }));
    expect(warnings(await editor.get(at('/udgiv')))).to.deep.equal([]);
    // Back to where the option is: nobody loses anything. From there to here again: they would.
    expect(warnings(await editor.get(at('/versioner/0/brug')))).to.deep.equal([]);
    await editor.submit(await editor.get(at('/versioner/0/brug')));
    expect(warnings(await editor.get(at('/versioner/1/brug')))[0]).to.contain('5 har svaret.');
  });

  it('compares with what every room has, and asks for a new version of an instrument', async () => {
    const { responses } = world.deps;
    const { room, person } = await world.arrive();
    await responses.saveDraft(
      { room: room.id, person: person.id, activity: 'spoergeskema-foer' },
      {
        kind: 'survey',
        contentVersion: 'tro.2:x',
        step: '',
        dropped: [],
        fields: [{ question: 'proev-igen', kind: 'choice', posted: '3', base: '', page: '' }],
      },
    );
    const reworded = (text: string) => text.replace('Når noget går skævt', 'Når noget går galt');
    const words = warnings(await send('da/spoergeskemaer/tro.yaml', reworded, 'check'));
    expect(words[0]).to.contain('Ordene i “Når noget går skævt').and.contain('comparableWith');
    const raisedToo = (text: string) => reworded(text).replace('version: 2', 'version: 3');
    expect(warnings(await send('da/spoergeskemaer/tro.yaml', raisedToo, 'check')), 'another version').to.deep.equal([]);
    const scale = (text: string) => text.replace(/^labels: \[(.*?), /m, 'labels: [');
    const sent = await send('da/spoergeskemaer/tro.yaml', scale, 'check');
    const found = warnings(sent);
    expect(found[0]).to.contain('Før du går i gang: Skalaen i “Når noget går skævt');
    expect(found[0]).to.contain('Skriv et højere tal ved version');
    const raised = await send(
      'da/spoergeskemaer/tro.yaml',
      (text) => scale(text).replace('version: 2', 'version: 3'),
      'check',
    );
    expect(warnings(raised)[0]).to.contain('Gamle og nye svar betyder ikke det samme.');
  });

  it('warns of an idea for the next plan that people have chosen, also in a week that takes an earlier week’s ideas', async () => {
    const { responses } = world.deps;
    const { room, person } = await world.arrive();
    const choose = (activity: string) =>
      responses.saveDraft(
        { room: room.id, person: person.id, activity },
        {
          kind: 'handleplan',
          contentVersion: 'x',
          step: '',
          dropped: [],
          fields: [{ question: 'ideer', kind: 'choice', posted: ['pause'], base: '', page: '' }],
        },
      );
    await choose('modul-2-handleplan');
    const ideas = 'da/modul-1/handleplan-aktivitet.yaml';
    const gone = (text: string) => text.replace(/ +- id: pause\n.*\n/, '');
    const first = warnings(await send(ideas, gone, 'check'));
    expect(first).to.have.length(1);
    expect(first[0]).to.contain('“Hvad vil du prøve?” har mistet: Jeg holder pause');
    expect(first[0]).to.contain('Nogle har svaret.');
    await choose('modul-1-handleplan');
    world.pass(31_000);
    const renamed = warnings(await send(ideas, (text) => text.replace('id: pause', 'id: hvil'), 'check'));
    expect(renamed).to.have.length(2);
    expect(renamed[0]).to.contain('I “Hvad vil du prøve?” har noget fået et andet id: Jeg holder pause');
    expect(
      warnings(await send(ideas, (text) => text.replace('Jeg holder pause', 'Jeg hviler'), 'check')),
    ).to.deep.equal([]);
  });
});

describe('changes to what is asked', () => {
  const found = async (change: (questions: Question[], activity: Activity) => void) => {
    const { da: before } = await shippedCourse();
    const after = structuredClone(before);
    const [activity] = after.modules[0]?.activities ?? [];
    const questions = activity?.steps?.[0]?.questions;
    if (!activity || !questions) throw new Error('the first activity asks nothing');
    change(questions, activity);
    return changesOfAnswers(before, after).map(({ activity: _activity, title: _title, ...rest }) => rest);
  };
  const ask = 'Hvordan har du det med at gå i gang?';
  const start = (change: (one: OneQuestion) => Question | undefined) =>
    found((questions) => {
      const changed = change(questions[0] as OneQuestion);
      questions.splice(0, 1, ...(changed ? [changed] : []));
    });
  const scale = (labels: string[]): Question => ({
    kind: 'scale',
    ...{ id: 'start', ask, hint: '', required: false },
    options: labels.map((label, index) => ({ id: String(index + 1), label })),
  });

  it('concern answers where an id, a kind or an option is another, and not where words are', async () => {
    expect(await start((one) => ({ ...one, ask: 'Andet?', hint: 'Andet.' }))).to.deep.equal([]);
    expect(await start(() => undefined)).to.deep.equal([{ question: 'start', ask, what: 'gone' }]);
    const another = await start((one) => ({ ...one, id: 'begyndelse' }));
    expect(another).to.deep.equal([{ question: 'start', ask, what: 'renamed', to: 'begyndelse' }]);
    const other = await start((one) => ({ ...one, id: 'begyndelse', ask: 'Andet?' }));
    expect(other).to.deep.equal([{ question: 'start', ask, what: 'gone' }]);
    expect(await start((one) => ({ ...one, kind: 'many' }))).to.deep.equal([{ question: 'start', ask, what: 'kind' }]);
    const fewer = await start((one) => ({ ...one, options: one.options.filter(({ id }) => id !== 'uro') }));
    expect(fewer).to.deep.equal([{ question: 'start', ask, what: 'option-gone', labels: ['Jeg er nervøs'] }]);
    const more = await start((one) => ({ ...one, options: [...one.options, { id: 'ny', label: 'Ny' }] }));
    expect(more).to.deep.equal([]);
    const swap: Record<string, string> = { tvivl: 'uro', uro: 'tvivl' };
    const swapped = await start((one) => ({
      ...one,
      options: one.options.map((option) => ({ ...option, id: swap[option.id] ?? option.id })),
    }));
    const labels = ['Jeg er i tvivl', 'Jeg er nervøs'];
    expect(swapped).to.deep.equal([{ question: 'start', ask, what: 'option-renamed', labels }]);
  });

  it('concern answers where a scale has other numbers or is turned, and where an activity is gone', async () => {
    const { da: course } = await shippedCourse();
    const of = (labels: string[]) => {
      const changed = structuredClone(course);
      const [activity] = changed.modules[0]?.activities ?? [];
      activity?.steps?.[0]?.questions.splice(0, 1, scale(labels));
      return changed;
    };
    const whats = (labels: string[]) =>
      changesOfAnswers(of(['Lidt', 'Noget', 'Meget']), of(labels)).map((one) => one.what);
    expect(whats(['Lidt', 'Noget', 'Meget'])).to.deep.equal([]);
    expect(whats(['Lidt', 'En del', 'Meget'])).to.deep.equal([]);
    expect(whats(['Lidt', 'Meget'])).to.deep.equal(['scale']);
    expect(whats(['Meget', 'Noget', 'Lidt'])).to.deep.equal(['scale']);
    const without = await found((_questions, activity) => {
      activity.id = 'modul-1-ny';
    });
    expect(without).to.deep.equal([{ what: 'activity-gone' }]);
  });
});
