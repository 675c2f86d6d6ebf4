import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { load } from 'cheerio';
import { gzipSync } from 'node:zlib';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import { people } from '../../support/platform/startPlatform.ts';
import { prepareAndSend } from '../../support/participant.ts';
import { createInstructorNotes } from '../../../src/features/instructor/instructorNotes.ts';
import { briefWorld, hope, PLAN, PREP, type BriefWorld } from './world.ts';

function wordsOf(html: string) {
  return load(html)('main').text().replace(/\s+/g, ' ');
}

describe('the brief before a webinar', function () {
  this.timeout(120_000);
  let world: BriefWorld;

  beforeEach(async () => {
    world = await briefWorld();
  });
  afterEach(() => world.close());

  const brief = async (query = '') => world.open(`webinar/modul-1${query}`);
  const starButton = (html: string, person: string, question = 'haab') =>
    load(html)(`[id="${question}.${person}"] button.star`).attr('value') ?? '';

  it('is the first thing on the class page, and opens the coming module', async () => {
    const $ = load(world.front.html);
    const first = $('main section').first();
    expect(first.find('a.button').attr('href')).to.equal(`${world.home}webinar/modul-1`);
    expect(first.text()).to.include('Ingen har svaret endnu').and.include('Der er ingen dag og tid for webinaret.');
    const coming = async () => new URL((await world.client.follow(await world.open('webinar'))).url).pathname;
    expect(await coming(), 'nobody has begun').to.equal(`${world.home}webinar/modul-1`);
    const [person] = await world.fill(1, 0);
    await world.send(person!, 'modul-3-forberedelse', { plan: 'x' });
    expect(await coming(), 'the last that anybody has begun').to.equal(`${world.home}webinar/modul-3`);
    const start = new Date(Date.now() - 8 * 86_400_000).toISOString().slice(0, 10);
    await world.app.deps.schedules.save(world.room, { ...nothingChosen, start, pace: 'weekly' }, 'p');
    expect(await coming(), 'by the calendar').to.equal(`${world.home}webinar/modul-2`);
  });

  it('says something of use with 3 answers of 15, and with none', async () => {
    const empty = await brief();
    expect(empty.status).to.equal(200);
    expect(load(empty.html)('.opening')).to.have.length(3);
    expect(wordsOf(empty.html)).to.include('Fortæl kort om');

    await world.fill(15, 3);
    const { html } = await brief();
    const $ = load(html);
    const words = wordsOf(html);
    expect(words).to.include('3 har sendt. 0 er i gang.').and.include(hope(1)).and.include('Person 2');
    expect(words).to.include('Nogen har valgt: “At mit kamera er slukket”');
    expect(words).to.include('Fortæl kort om Kasper');
    expect($('#people-table tbody tr').first().text()).to.include('Kasper').and.include('2 af 2');
    expect($('#haab .answer')).to.have.length(3);
    expect($('#haab details')).to.have.length(0);
    expect(
      $('#start-table td')
        .toArray()
        .map((cell) => $(cell).text()),
    ).to.deep.equal(['1', '1', '1']);
    const openings = $('.openings').text();
    expect(openings).not.to.match(/Person \d|Deltager \d/);
  });

  it('begins with the questions to the instructor, and says when one is answered', async () => {
    const ids = await world.fill(5, 4);
    const page = await brief();
    const $ = load(page.html);
    expect($('.brief__read section').first().text())
      .to.include('Spørgsmål til dig (1)')
      .and.include('kameraet slukket');
    expect($('[id="til-instruktoeren"]')).to.have.length(1);
    expect($('.brief__facts').text().replace(/\s+/g, ' ')).to.equal('4 har sendt · 1 spørgsmål til dig');
    const link = $(`[id="til-instruktoeren.${ids[3] ?? ''}"] .answer__tools a`);
    expect(link.text()).to.include('Skriv et svar');
    const writing = await world.open(link.attr('href') ?? '');
    await world.post(writing, { 'answer.svar': 'Ja, det må du.' });
    expect(load((await brief()).html)('#til-instruktoeren .answer__tools a').text()).to.include('Du har svaret');
  });

  it('shows an opening on the screen by one press: the course’s own words, and nobody’s answer', async () => {
    await world.fill(4, 4);
    const hrefs = load((await brief()).html)('.opening__show')
      .toArray()
      .map((one) => one.attribs['href'] ?? '');
    expect(hrefs).to.have.length(3);
    const [choice, person, words] = await Promise.all(hrefs.map((href) => world.open(href)));
    expect(wordsOf(choice?.html ?? ''))
      .to.include('Hvad kan gøre det lettere')
      .and.include('Skriv dit svar i chatten.');
    expect(wordsOf(person?.html ?? '')).to.include('Kasper');
    expect(wordsOf(words?.html ?? ''))
      .to.include('Skriv et enkelt ord i chatten.')
      .and.not.include('Håb nummer');
    expect((await world.open('webinar/modul-1/vis/planer')).status, 'no plans to follow up in week 1').to.equal(303);
  });

  it('says once that nobody has answered', async () => {
    const words = wordsOf((await brief()).html);
    expect(words.match(/Ingen har svaret endnu/g)).to.have.length(1);
    expect(words).not.to.include('0 svar');
  });

  it('stays usable and small where 300 have sent everything', async () => {
    await world.fill(300, 300);
    const { html } = await brief();
    const $ = load(html);
    expect($('#haab .answer')).to.have.length(50);
    expect($('#haab > ul .answer')).to.have.length(2);
    expect($('#haab details').first().attr('open')).to.equal(undefined);
    expect($('#lykkedes .answer__fold')).to.have.length(5);
    expect(html.length).to.be.lessThan(450_000);
    expect(gzipSync(html).length).to.be.lessThan(45_000);
    const next = await world.open(`/rum/${world.room}/webinar/modul-1${$('#haab > p a').attr('href')!.split('#')[0]!}`);
    expect(load(next.html)('#haab .answer').first().text()).to.include(hope(51));
    const last = load((await brief('?spoergsmaal=haab&fra=250')).html);
    expect(last('#haab .answer')).to.have.length(50);
    expect(last('#haab > p a').text()).to.equal('Vis de første igen');
    expect((await brief('?spoergsmaal=haab&fra=999999')).status).to.equal(200);
  });

  it('tells what is new since the last visit, not since the last press', async () => {
    const [one, two] = await world.fill(2, 1);
    expect(wordsOf((await brief()).html)).not.to.include('siden du var her');
    const of = { room: world.room, person: await instructorId() };
    expect(await world.app.deps.instructorNotes.visit(of, 'modul-1'), 'still the same visit').to.equal(0);
    const anHourLater = await createInstructorNotes(world.app.deps.store, () => Date.now() + 3_600_000);
    expect(await anHourLater.visit(of, 'modul-1')).to.be.greaterThan(0);
    // What is sent in the millisecond of a visit is not after it.
    await setTimeout(2);
    await world.send(two!, PREP, { haab: 'Noget nyt', tro: '3', planer: 'svaert' });
    const { html } = await brief();
    expect(wordsOf(html)).to.include('1 har sendt, siden du var her').and.include('Person 2.');
    const $ = load(html);
    expect($('#haab .answer').first().text()).to.include('Noget nyt').and.include('Nyt');
    expect($(`[id="haab.${one!}"]`).text()).not.to.include('Nyt');
  });

  it('sets a star by a button, keeps the notes, and stores no word of the answer', async () => {
    const [one] = await world.fill(4, 4);
    const page = await brief();
    const starred = await world.post(page, { saet: starButton(page.html, one!), 'answer.noter': 'Spørg til søvn' });
    expect(starred.status).to.equal(303);
    expect(starred.headers.get('location')).to.match(new RegExp(`#haab\\.${one!}$`));
    const after = await brief();
    const button = load(after.html)(`[id="haab.${one!}"] button.star`);
    expect(button.attr('name')).to.equal('fjern');
    expect(load(after.html)('textarea').val()).to.equal('Spørg til søvn');
    const stars = await world.app.deps.instructorNotes.stars({ room: world.room, person: await instructorId() });
    expect(JSON.stringify(stars)).not.to.include('Håb');
    await world.post(after, { fjern: button.attr('value')! });
    expect(load((await brief()).html)('button.star--set')).to.have.length(0);
  });

  const instructorId = async () =>
    (await world.app.deps.rooms.people(world.room)).find(({ role }) => role === 'instructor')!.id;

  it('loses no word of the notes to a second tab, and keeps a text that is too long', async () => {
    const [first, second] = [await brief(), await brief()];
    await world.post(first, { 'answer.noter': 'Fra den ene' });
    await world.post(second, { 'answer.noter': 'Fra den anden' });
    const words = wordsOf((await brief()).html);
    expect(words).to.include('Fra den anden').and.include('Fra den ene');
    const long = await world.post(await brief(), { 'answer.noter': 'ord '.repeat(1200) });
    expect(long.status).to.equal(422);
    expect(load(long.html)('textarea').val()).to.include('ord ord');
    const silent = await world.client.post(
      `${world.app.url}${world.home}webinar/modul-1`,
      { _csrf: String(load((await brief()).html)('main [name=_csrf]').val()), 'answer.noter': 'selv', page: 'x' },
      { accept: 'application/json' },
    );
    expect(JSON.parse(silent.html)).to.have.property('savedAt');
  });

  it('never shows an answer that the participant keeps, nor one that was taken back', async () => {
    const { client, page } = await world.platform.launch({ person: people.mette, activity: PREP });
    await prepareAndSend(client, page);
    const shown = await brief();
    const mette = (await world.app.deps.rooms.people(world.room)).find(({ name }) => name.startsWith('Mette'))!.id;
    await world.post(shown, { saet: starButton(shown.html, mette, 'lykkedes') });
    const slides = async () => wordsOf((await world.open('webinar/modul-1/vis')).html);
    expect(await slides()).to.include('Der er 1 ting at vise.');
    const slide = load((await world.open('webinar/modul-1/vis')).html)('[data-way=next]').attr('href')!;

    const step = await client.get(`${world.app.url}${world.home}aktivitet/${PREP}/trin/4`);
    await client.submit(step, { 'answer.lykkedes--laeser': 'mig', intent: 'save' });
    const { html } = await brief();
    expect(load(html)('#lykkedes .answer')).to.have.length(0);
    expect(await slides()).to.include('Der er 0 ting at vise.');
    const gone = await world.client.follow(await world.open(`${slide}/aaben`));
    expect(wordsOf(gone.html)).to.include('kan ikke vises mere').and.not.include('Jeg går en tur');
    expect((await world.open('webinar/modul-1/print')).html).not.to.include('Jeg går en tur</blockquote>');
  });

  it('says how much there is to show as the screen itself does: a figure of two answers is nothing yet', async () => {
    const [, , third] = await world.fill(3, 2);
    await world.post(await brief(), { saet: `${PREP}/start/` });
    expect(wordsOf((await brief()).html)).to.include('Vis på skærmen (0)');
    expect((await world.open('webinar/modul-1/vis')).html).to.include('Der er 0 ting');
    await world.send(third!, PREP, { start: 'glad' });
    expect(wordsOf((await brief()).html)).to.include('Vis på skærmen (1)');
    expect((await world.open('webinar/modul-1/vis')).html).to.include('Der er 1 ting');
  });

  it('shows on the screen what was opened, without any name, and nothing sent anew', async () => {
    const [one, two] = await world.fill(4, 4);
    let page = await brief();
    await world.post(page, { saet: starButton(page.html, one!) });
    await world.post(page, { saet: `${PREP}/start/` });
    page = await brief();
    await world.post(page, { saet: starButton(page.html, two!) });
    const follow = async (html: string, way = 'next') => world.open(load(html)(`[data-way=${way}]`).attr('href')!);
    const start = await world.open('webinar/modul-1/vis');
    expect(load(start.html)('body.screen'), 'a frame of its own').to.have.length(1);
    expect(start.html, 'with nothing of the room').not.to.include('site-header').and.not.to.include('Hold 7');
    const announced = await world.open(load((await brief()).html)('.brief__chosen a.button').attr('href') ?? '');
    expect((await follow(start.html)).url).to.equal(announced.url);
    expect(announced.html).to.include('Nu kommer et svar').and.not.include('Håb nummer');
    const opened = await follow(announced.html);
    expect(opened.html).to.include(hope(1));
    const chart = await follow(opened.html);
    expect(chart.html).to.include('Jeg er nervøs').and.include('4 svar');
    expect((await follow(chart.html, 'previous')).html, 'a figure has no page that announces it').to.include(hope(1));
    const last = await follow((await follow(chart.html)).html);
    expect(last.html).to.include(hope(2));
    expect((await follow(last.html)).url).to.match(/\/vis$/);
    expect((await follow(opened.html, 'previous')).html).to.include('Nu kommer et svar');
    for (const { html } of [start, announced, opened, chart, last])
      expect(html).not.to.match(/Person \d|Deltager \d|Mette/);
    await world.send(two!, PREP, { haab: 'Rettet' });
    expect((await world.open('webinar/modul-1/vis')).html).to.include('Der er 2 ting');
    expect(wordsOf((await brief()).html)).to.include('har sendt igen, siden du valgte svaret');
  });

  it('shows no chart of fewer than three answers on the screen', async () => {
    await world.fill(4, 2);
    await world.post(await brief(), { saet: `${PREP}/start/` });
    expect((await world.open('webinar/modul-1/vis')).html).to.include('Der er 0 ting');
  });

  it('follows up last week’s plans in three numbers, and all as far as they are shared', async () => {
    await world.fill(9, 6);
    const numbers = load((await world.open('webinar/modul-2')).html)('.brief__numbers dd');
    expect(numbers.toArray().map((one) => load(one).text())).to.deep.equal(['6', '4', '2']);
    const page = await world.open(`aktivitet/${PLAN}`);
    const $ = load(page.html);
    expect(
      $('#outcomes td')
        .toArray()
        .map((cell) => $(cell).text()),
      'outcomes that nobody had take no line',
    ).to.deep.equal(['2', '2']);
    expect($('#ideas td').text()).to.equal('2');
    expect(wordsOf(page.html)).to.include('Det regnede').and.include('2 deltagere har lavet en plan for sig selv');
  });
});
