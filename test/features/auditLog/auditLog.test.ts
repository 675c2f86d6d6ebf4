import { load } from 'cheerio';
import { expect } from 'chai';
import { can } from '../../../src/http/actions.ts';
import { routesOf } from '../../../src/routes.ts';
import { createAuditLog } from '../../../src/features/auditLog/store.ts';
import { startAppAndPlatform, type App } from '../../support/app.ts';
import type { Activity } from '../../../src/content/course.ts';
import { activitiesOf } from '../../../src/content/find.ts';
import { people, type Platform } from '../../support/platform/startPlatform.ts';
import type { Visit, WebClient } from '../../support/platform/webClient.ts';

const PLANTED = 'Ord, der kun kan være Mettes egne';
const ACTIVITY = 'modul-1-forberedelse';

function field(question: string, posted: string) {
  return { question, kind: 'text', posted, base: '', page: '' } as const;
}

function textFieldsOf(activity: Activity): string[] {
  return activity.kind === 'handleplan'
    ? ['hvad', 'hvor-meget', 'hvornaar', 'gik-tekst', 'problem', 'egen-ide']
    : (activity.steps ?? []).flatMap((step) =>
        step.questions.filter(({ kind }) => kind === 'text').map(({ id }) => id),
      );
}

describe('who has read what', function () {
  this.timeout(60_000);
  let app: App;
  let platform: Platform;
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let room: string;
  let mette: WebClient;

  const wordsOf = ({ html }: Visit) => load(html)('main').text().replace(/\s+/g, ' ');
  const at = (path: string) => `${app.url}/rum/${room}${path}`;
  const logOf = async (client: WebClient) => wordsOf(await client.get(at('/hvem-har-laest')));
  const idOf = async (name: string) => (await app.deps.rooms.people(room)).find((one) => one.name === name)?.id ?? '';
  const linesOf = async (name: string) => {
    const page = await app.deps.auditLog.ofPerson({ room, person: await idOf(name) });
    return page.lines.length;
  };

  /** A text in every field that takes words, sent, and readable by whoever may read it. */
  const plantIn = async (activity: Activity, person: string) => {
    const fields = textFieldsOf(activity).map((question) => field(question, PLANTED));
    const of = { room, person, activity: activity.id };
    const change = { kind: activity.kind, contentVersion: 'v', step: '', dropped: [] };
    await app.deps.responses.send(of, { ...change, fields: [...fields, field('laeser', 'instruktoer')] }, () => true);
  };

  before(async () => {
    world = await startAppAndPlatform();
    ({ app, platform } = world);
    const { client, page } = await platform.launch({ person: people.mette, activity: ACTIVITY });
    mette = client;
    room = new URL(page.url).pathname.split('/')[2] ?? '';
    const person = await idOf('Mette Holm');
    for (const activity of activitiesOf(app.deps.courses.da)) await plantIn(activity, person);
  });
  after(() => world.close());

  it('is empty until someone reads', async () => {
    expect(await logOf(mette)).to.include('Ingen har læst dine svar endnu');
  });

  it('tells the participant who, when and what, and it is found from the front page', async () => {
    const { page } = await platform.launch({ person: people.instructor, activity: ACTIVITY });
    expect(page.html).to.include(PLANTED);
    expect(await logOf(mette)).to.match(
      /kl\. \d\d\.\d\d ?Ulla Brandt læste dine svar til “Forbered dig til første gang”/,
    );
    const front = await mette.get(at('/'));
    expect(front.html).to.include(`/rum/${room}/hvem-har-laest`);
  });

  it('is only one’s own: people who have sent nothing see nothing, and staff have no such page', async () => {
    const { client: jens } = await platform.launch({ person: people.jens, activity: ACTIVITY });
    expect(await logOf(jens)).to.include('Ingen har læst dine svar endnu');
    const { client: ulla } = await platform.launch({ person: people.instructor, activity: ACTIVITY });
    expect((await ulla.get(at('/hvem-har-laest'))).status).to.equal(404);
  });

  it('takes any address without an error of ours', async () => {
    for (const query of ['?efter=x', '?efter=', `?efter=${'x'.repeat(5000)}`, '?efter=a&efter=b', '?efter[a]=b']) {
      expect((await mette.get(at(`/hvem-har-laest${query}`))).status).to.be.oneOf([200, 400]);
    }
  });

  it('keeps answers back where the line cannot be written', async () => {
    const { client } = await platform.launch({ person: people.instructor, activity: ACTIVITY });
    const whole = { ...app.deps.auditLog };
    app.deps.auditLog.note = () => Promise.reject(new Error('disk full'));
    const refused = await client.get(at(`/aktivitet/${ACTIVITY}`));
    Object.assign(app.deps.auditLog, whole);
    expect(refused.status).to.equal(503);
    expect(refused.html).to.include('Svarene kan ikke vises lige nu').and.not.include(PLANTED);
    expect((await client.get(at(`/aktivitet/${ACTIVITY}`))).html).to.include(PLANTED);
  });

  it('has a line for every staff page on which a participant’s own words stand', async () => {
    const staff = await Promise.all(
      [people.instructor, people.administrator].map((person) => platform.launch({ person, activity: ACTIVITY })),
    );
    const activities = activitiesOf(app.deps.courses.da).map(({ id }) => id);
    const paths = routesOf(app.deps)
      .filter(({ method, action }) => method === 'get' && (can('instructor', action) || can('administrator', action)))
      .map(({ path }) => path.replace('{/*rest}', ''));
    const addresses = new Set(
      paths.flatMap((path) =>
        path.includes(':activity') ? activities.map((id) => path.replace(':activity', id)) : [path],
      ),
    );
    let held = 0;
    for (const { client } of staff) {
      for (const path of addresses) {
        const before = await linesOf('Mette Holm');
        const page = await client.follow(await client.get(at(path)));
        if (!page.html.includes(PLANTED)) continue;
        held += 1;
        expect(await linesOf('Mette Holm'), `${path} shows free text without a line in the log`).to.be.greaterThan(
          before,
        );
      }
    }
    expect(held, 'pages with the planted text').to.be.greaterThan(app.deps.courses.da.modules.length);
  });

  it('keeps its lines when the program is restarted', async () => {
    const again = await createAuditLog(app.deps.store, Date.now);
    const { lines } = await again.ofPerson({ room, person: await idOf('Mette Holm') });
    expect(lines.length).to.be.greaterThan(0);
  });
});
