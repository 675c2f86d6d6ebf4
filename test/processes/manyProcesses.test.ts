import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { load } from 'cheerio';
import { command, platformCommand } from '../cli/command.ts';
import { codeIn } from '../features/reminders/world.ts';
import { startMailServer, type MailServer } from '../features/reminders/mailServer.ts';
import { describeWithMongo } from '../support/mongo.ts';
import { headingOf, openPreparation, pressIntent } from '../support/participant.ts';
import { beginLogin } from '../support/platform/launch.ts';
import { people } from '../support/platform/startPlatform.ts';
import { createWebClient, formOf, type Visit } from '../support/platform/webClient.ts';
import { startProcesses, type Processes } from '../support/processes.ts';
import { until } from '../support/waiting.ts';
import { wayOn } from '../support/wayOn.ts';

const three = [0, 1, 2];

describeWithMongo('three processes on one database', function () {
  this.timeout(120_000);
  let world: Processes;
  let mail: MailServer;
  before(async () => {
    mail = await startMailServer();
    world = await startProcesses({ SMTP_URL: mail.url, MAIL_FROM: 'besked@example.dk' });
  });
  after(async () => {
    await world.close();
    await mail.stop();
  });

  const scores = () => world.platform.requests.of('scores');
  /** The same request, at the same time, at each of the processes. */
  const atEach = (request: () => Promise<Visit>) => Promise.all(three.map(request));
  const statuses = (visits: Visit[]) => visits.map(({ status }) => status).sort();

  it('carry one visit between them: login, launch, save and send each at another than the one before, and the score is told once', async () => {
    const { proxy, platform } = world;
    const turn = (next: number) => (proxy.next = next);
    proxy.passed.length = 0;
    turn(0);
    const { client, page } = await platform.launch({
      person: people.mette,
      activity: 'modul-1-forberedelse',
      changeLaunch: (fields) => {
        turn(1);
        return fields;
      },
    });
    let shown = page;
    while (load(shown.html)(wayOn).length > 0) {
      turn(2);
      shown = await pressIntent(client, shown, 'next');
    }
    turn(0);
    expect(headingOf(await pressIntent(client, shown, 'send'))).to.match(/^Tak/);
    await until('the score is taken', () => scores().some(({ status }) => status === 200));

    const posts = proxy.passed.filter(({ method }) => method === 'POST');
    const at = (part: RegExp) => [...new Set(posts.filter(({ path }) => part.test(path)).map((each) => each.process))];
    expect({ login: at(/^\/lti\/login/), launch: at(/^\/lti\/launch/) }).to.deep.equal({ login: [0], launch: [1] });
    expect(at(/\/trin\/[1-4]$/), 'saves').to.deep.equal([2]);
    expect(at(/\/trin\/5$/), 'the send').to.deep.equal([0]);
    expect(new Set(proxy.passed.map((each) => each.process)).size, 'pages came from all').to.equal(3);
    expect(scores().map(({ status }) => status)).to.deep.equal([200]);
  });

  it('let what counts once count once: a launch, a form, a link', async () => {
    const { platform, proxy, shared } = world;
    const place = { issuer: platform.issuer, course: platform.course };
    const { client, login } = await beginLogin(place, { person: people.jens, activity: 'modul-1-forberedelse' });
    const launch = formOf(await client.get(login.headers.get('location') ?? ''), '#go');
    const launched = await atEach(() => client.post(launch.action, launch.fields));
    expect(statuses(launched), 'a launch').to.deep.equal([303, 400, 400]);

    const jens = await openPreparation(platform, people.jens);
    let page = jens.page;
    while (load(page.html)(wayOn).length > 0) page = await pressIntent(jens.client, page, 'next');
    const sent = await atEach(() => jens.client.submit(page, { intent: 'send' }));
    expect(statuses(sent), 'a form').to.deep.equal([303, 303, 303]);
    await until('the score is taken', () => scores().length > 1);

    const { out } = await platformCommand(shared, ['page']);
    const link = /https?:\S+\/drift\/\S+/.exec(out)?.[0] ?? '';
    const operators = three.map(() => createWebClient());
    const signedIn = await Promise.all(operators.map((each) => each.post(link, {})));
    expect(statuses(signedIn), 'an operator’s link').to.deep.equal([303, 401, 401]);
    const operator = operators[signedIn.findIndex(({ status }) => status === 303)]!;
    expect(statuses(await atEach(() => operator.get(`${proxy.url}/drift`)))).to.deep.equal([200, 200, 200]);
  });

  it('count a rate limit together', async () => {
    const { proxy } = world;
    const unknownLink = () => createWebClient().get(`${proxy.url}/stop/unknown`);
    const guess = () => createWebClient().post(`${proxy.url}/evaluering/${randomBytes(24).toString('base64url')}`, {});
    const guesses = statuses(await Promise.all(Array.from({ length: 40 }, guess)));
    expect(guesses).to.deep.equal([...Array<number>(30).fill(401), ...Array<number>(10).fill(429)]);

    const asked = await Promise.all(three.flatMap(() => Array.from({ length: 45 }, () => unknownLink())));
    const shown = asked.filter(({ status }) => status === 404).length;
    expect(shown, 'a larger one of 120, to within a fiftieth for each process').to.be.within(114, 126);
    expect(asked.filter(({ status }) => status === 429)).to.have.length(135 - shown);
  });

  it('send a person’s codes as often as one may, not as often as each of three would', async () => {
    const { client, page } = await openPreparation(world.platform, people.unnamed);
    const room = /^.*\/rum\/[^/]+/.exec(page.url)?.[0] ?? '';
    const _csrf = String(load(page.html)('input[name=_csrf]').first().val());
    const post = (path: string, fields: Record<string, string>) =>
      client.post(`${room}/paamindelser/email/${path}`, { _csrf, ...fields });
    await Promise.all(Array.from({ length: 8 }, () => post('adresse', { adresse: 'nogen@example.dk' })));
    expect(mail.mails).to.have.length(3);
    const codes = mail.mails.map(({ text }) => codeIn(text));
    const wrong = ['000000', '000001', '000002', '000003', '000004', '000005', '000006', '000007'];
    await Promise.all(wrong.filter((code) => !codes.includes(code)).map((kode) => post('kode', { kode })));
    for (const kode of codes) await post('kode', { kode });
    const settings = await client.follow(await client.get(`${room}/paamindelser`));
    expect(settings.status).to.equal(200);
    expect(load(settings.html)('form[action$="email/valg"]').length, 'five tries were used up').to.equal(0);
  });

  it('publish a change of the course for all of them, and let two editors at once lose nothing', async () => {
    const { proxy, shared, platform } = world;
    const { out } = await command('editors', shared, 'link');
    const client = createWebClient();
    const link = /https?:\S+\/redaktion\/\S+/.exec(out)?.[0] ?? '';
    await client.follow(await client.submit(await client.get(link)));
    const at = (path: string) => `${proxy.url}/redaktion${path}`;
    const path = '/fil?sti=da/modul-1/forberedelse.yaml';
    const textIn = ({ html }: Visit) => load(html)('#text').text().replace(/^\n/, '');
    /** The same request at two processes at the same time. */
    const atTwo = (requests: [() => Promise<Visit>, () => Promise<Visit>]) => {
      proxy.next = 1;
      return Promise.all(requests.map((request) => request()));
    };

    const page = await client.get(at(path));
    const { fields } = formOf(page);
    const text = textIn(page);
    const saving = (line: string) => () =>
      client.post(at(path), { ...fields, text: `${text}# ${line}\n`, intent: 'save' });
    const saves = await atTwo([saving('Den enes linje'), saving('Den andens linje')]);
    expect(statuses(saves), 'two editors save').to.deep.equal([303, 409]);
    const met = saves.find(({ status }) => status === 409) as Visit;
    expect(`${textIn(met)}${load(met.html)('#theirs').text()}`)
      .to.contain('Den enes linje')
      .and.contain('Den andens linje');
    const both = text.replace(/^title: .*$/m, 'title: Rettet af to') + '# Den enes linje\n# Den andens linje\n';
    expect((await client.post(at(path), { ...formOf(met).fields, text: both, intent: 'save' })).status).to.equal(303);
    const shown = await Promise.all(three.map(() => client.get(at(path))));
    expect(shown.map(textIn), 'the draft is one, at each process').to.deep.equal([both, both, both]);

    const publish = formOf(await client.get(at('/udgiv')), '#udgiv').fields;
    const publishing = () => client.post(at('/udgiv'), { ...publish, hvem: 'alle' });
    expect(statuses(await atTwo([publishing, publishing])), 'two editors publish').to.deep.equal([303, 409]);
    const participant = await openPreparation(platform, people.unnamed);
    const processes = () => new Set(proxy.passed.slice(-three.length).map((one) => one.process)).size;
    await until(
      'every process shows it',
      async () => {
        const pages = await atEach(() => participant.client.get(participant.page.url));
        expect(processes(), 'each process was asked').to.equal(three.length);
        return pages.every(({ html }) => html.includes('Rettet af to'));
      },
      10_000,
    );
  });
});
