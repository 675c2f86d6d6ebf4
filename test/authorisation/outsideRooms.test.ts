import { expect } from 'chai';
import type { Express, IRouter } from 'express';
import { createApp } from '../../src/app.ts';
import { startAppAndPlatform } from '../support/app.ts';
import { people } from '../support/platform/startPlatform.ts';
import { createWebClient } from '../support/platform/webClient.ts';
import { ask, visitorBy, type Visitor, type World } from './visitors.ts';

type KeyHolder = 'operator' | 'evaluator' | 'editor' | 'copy' | 'coordinator';
type Guard = 'anyone' | KeyHolder;

/**
 * Every route that is not below `/rum/<room>` (matrix.test.ts), under the prefix it is mounted at, and who gets in.
 * A router does not tell its prefix, so a route that is new is found by its own part.
 */
const declared: Record<Guard, [prefix: string, routes: string[]][]> = {
  // What is behind a token tells nothing without it; each has tests of its own.
  anyone: [
    ['', ['get /health/live', 'get /health/ready', 'get /metrics', 'get /tilgaengelighed', 'get /accessibility']],
    ['', ['get /', 'get /lti-config/canvas.json', 'get /kalender/:file', 'get /stop/:token', 'post /stop/:token']],
    // Opens nothing without a ticket of the room's frame (test/http/wholeWindow.test.ts).
    ['', ['post /hele-vinduet']],
    // Says nothing, and is told only by those who carry messages (test/features/reminders/deliveries.test.ts).
    ['', ['post /leveringer/:channel']],
    ['/svar', ['get /:token', 'post /:token']],
    ['/drift', ['get /:token', 'post /:token']],
    ['/evaluering', ['get /:token', 'post /:token']],
    ['/redaktion', ['get /:token', 'post /:token']],
    // Opens nothing without a passkey (test/features/editing/passkeys.test.ts).
    ['/redaktion', ['post /adgang/udfordring', 'post /adgang']],
    ['/kopi', ['get /:token', 'post /:token']],
    ['/kommune', ['get /:token', 'post /:token']],
    ['', ['get /persondata', 'get /personal-data']],
    // Tells of the course, and of nobody.
    ['', ['get /sagsbehandler', 'get /case-worker']],
  ],
  operator: [
    ['/drift', ['get /', 'get /platform/:id/fjern', 'post /invitation', 'post /log-ud', 'post /platform/:id/fjern']],
    ['/drift', ['post /platform/:id/slaa-til', 'post /platform/:id/slaa-fra', 'post /platform/:id/skift-noegle']],
    ['/drift', ['get /platform/:id/rammer', 'post /platform/:id/rammer']],
    ['/drift/rum', ['get /', 'post /forberedt/fjern', 'get /import', 'post /import', 'post /import/:id']],
    ['/drift/rum', ['get /:room', 'post /:room/indstillinger', 'post /:room/kopier']],
  ],
  editor: [
    ['/redaktion', ['get /', 'get /fil', 'post /fil', 'get /vis', 'get /udgiv', 'post /udgiv', 'post /log-ud']],
    [
      '/redaktion',
      ['get /medier', 'post /medier', 'get /medier/fil', 'get /flyt', 'get /flyt/kursus.zip', 'post /flyt'],
    ],
    ['/redaktion', ['get /noegler', 'post /noegler', 'post /noegler/udfordring', 'post /noegler/fjern']],
    ['/redaktion', ['get /versioner', 'get /versioner/:number', 'get /sammenlign']],
    ['/redaktion', ['get /ny', 'get /ny/:slags', 'post /ny/:slags', 'get /navn', 'post /navn', 'post /slettet']],
    ['/redaktion', ['get /versioner/:number/brug', 'post /versioner/:number/brug']],
  ],
  // Whom an administrator has made a link for, to a copy of what is kept of them.
  copy: [['/kopi', ['get /', 'get /mine-data.json', 'get /mine-data.html', 'post /log-ud']]],
  // Whom an instructor has made a link for, to the statement of those of one municipality.
  coordinator: [['/kommune', ['get /', 'get /opgoerelse.csv', 'post /log-ud']]],
  evaluator: [
    [
      '/evaluering',
      [
        'get /',
        'get /metode',
        'get /tal.csv',
        'get /hold.csv',
        'get /tal-regneark.csv',
        'get /hold-regneark.csv',
        'get /tal.json',
        'get /rapport',
        'get /rapport.csv',
        'get /rapport-regneark.csv',
        'get /rapport.json',
        'get /rapport/:figure.svg',
        'get /data.csv',
        'get /kodebog.csv',
        'get /kodebog-regneark.csv',
        'get /data.R',
        'get /data.sps',
        'get /data.do',
        'post /log-ud',
      ],
    ],
  ],
};

/** Routes of the app, each by its own part of the address; those of rooms left out. */
function routesOf(app: Express): string[] {
  const found: string[] = [];
  const walk = ({ stack }: Pick<IRouter, 'stack'>): void => {
    for (const { route, handle } of stack) {
      const inner = handle as Partial<IRouter>;
      if (route) found.push(...methodsOf(route).map((method) => `${method} ${route.path}`));
      else if (inner.stack && !isRoomRouter({ stack: inner.stack })) walk({ stack: inner.stack });
    }
  };
  walk(app.router);
  return found;
}

function methodsOf(route: object): string[] {
  return Object.keys((route as { methods: Record<string, boolean> }).methods);
}
function isRoomRouter({ stack }: Pick<IRouter, 'stack'>): boolean {
  return stack.some(({ route }) => route?.path === '/:room/mine-data');
}

describe('who reaches what outside the rooms', function () {
  this.timeout(120_000);
  let world: World;
  let visitors: (Pick<Visitor, 'name' | 'cookie'> | undefined)[];
  let keyHolders: Record<KeyHolder, { name: string; cookie: string }>;

  before(async () => {
    world = await startAppAndPlatform();
    const { app } = world;
    const { operators, evaluators, editors, statementLinks } = app.deps;
    const by = (person: string) => visitorBy(world, person, { person, activity: 'Min uge' });
    const mette = await by(people.mette);
    visitors = [undefined, mette, await by(people.instructor), await by(people.administrator)];
    const statement = { room: mette.viewer.room, municipality: 'Køge' };
    const signIn = async (name: KeyHolder, link: string) => {
      const client = createWebClient();
      const page = await client.follow(await client.submit(await client.get(link)));
      const cookies = Object.entries(client.cookiesFor(page.url));
      return { name, cookie: cookies.map(([key, value]) => `${key}=${value}`).join('; ') };
    };
    keyHolders = {
      operator: await signIn('operator', await operators.link()),
      evaluator: await signIn('evaluator', await evaluators.link()),
      editor: await signIn('editor', await editors.link()),
      copy: await signIn('copy', `${app.url}/kopi/${await app.deps.copyLinks.make(mette.viewer)}`),
      coordinator: await signIn('coordinator', `${app.url}/kommune/${await statementLinks.make(statement)}`),
    };
  });
  after(() => world.close());

  it('is declared for every route that the app has, and for no other', () => {
    const known = Object.values(declared).flatMap((mounted) => mounted.flatMap(([, routes]) => routes));
    expect([...new Set(routesOf(createApp(world.app.deps)))]).to.have.members([...new Set(known)]);
  });

  for (const guard of ['operator', 'evaluator', 'editor', 'copy', 'coordinator'] as const)
    it(`lets nobody but the holder of a link for ${guard} where only they may be`, async () => {
      const rightful = keyHolders[guard];
      const others = Object.values(keyHolders).filter((one) => one !== rightful);
      const { platform } = (await world.app.deps.rooms.all())[0] ?? {};
      for (const [prefix, routes] of declared[guard])
        for (const route of routes) {
          const [method, path = ''] = route.split(' ');
          const asking = { method: method === 'post' ? 'post' : 'get', path: addressOf(prefix, path) } as const;
          for (const visitor of [...visitors, ...others]) {
            const { status, text } = await ask(world, visitor, { ...asking, fields: {} });
            expect(status, `${visitor?.name ?? 'nobody'}: ${method} ${asking.path}`).to.equal(401);
            for (const fact of [platform, 'Testkursus']) expect(text).not.to.contain(fact);
          }
          const mine = await ask(world, rightful, { ...asking, fields: {} });
          // A form without its secret is refused, and an id that is no one's is not found: both only once one is in.
          expect(mine.status, `${rightful.name}: ${route}`).to.be.oneOf(method === 'post' ? [403] : [200, 404]);
        }
    });
});

function addressOf(prefix: string, path: string): string {
  return `${prefix}${path.replace(':id', 'findes-ikke').replace(':room', 'findes-ikke').replace(':number', '9')}`;
}
