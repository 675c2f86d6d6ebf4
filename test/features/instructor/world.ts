import { setTimeout } from 'node:timers/promises';
import { load } from 'cheerio';
import type { Answers } from '../../../src/domain/answers.ts';
import { startAppAndPlatform, type App } from '../../support/app.ts';
import { aLaunch } from '../../support/launches.ts';
import { people } from '../../support/platform/startPlatform.ts';
import type { Visit, WebClient } from '../../support/platform/webClient.ts';

export const PREP = 'modul-1-forberedelse';
export const SCENARIO = 'modul-1-medkursister';
export const PLAN = 'modul-1-handleplan';

/** An answer as long as people write them. */
export function hope(n: number): string {
  return `Håb nummer ${n}: at få lidt mere ro i hverdagen og sove bedre om natten`;
}

/** The whole tool and a course room; the instructor has come by a real launch, the class is filled in by the store. */
export async function briefWorld(settings: Record<string, string> = {}) {
  const both = await startAppAndPlatform({}, settings);
  const { app, platform } = both;
  const { client, page } = await platform.launch({ person: people.instructor, activity: 'Min uge' });
  const home = new URL(page.url).pathname;
  const room = home.split('/')[2] ?? '';
  return {
    ...both,
    client,
    room,
    home,
    front: page,
    ...visitsOf(app, client, home),
    ...classOf(app, room),
  };
}

export type BriefWorld = Awaited<ReturnType<typeof briefWorld>>;

export function visitsOf(app: App, client: WebClient, home: string) {
  return {
    open: (path: string) => client.get(app.url + (path.startsWith('/') ? path : home + path)),
    /** Posts as the form `activity` of a page would, with a button pressed or fields changed. */
    post: (from: Visit, fields: Record<string, string>, action?: string) => {
      const $ = load(from.html);
      const shown = Object.fromEntries(
        $('#activity')
          .serializeArray()
          .map(({ name, value }) => [name, value]),
      );
      const to = new URL(action ?? $('#activity').attr('action') ?? '', from.url).href;
      return client.post(to, { ...shown, ...fields });
    },
  };
}

function classOf(app: App, room: string) {
  /** Someone of the class; 1 and up. */
  const enrol = async (n: number) => {
    const { platform, deployment, context } = (await app.deps.rooms.room(room))!;
    const { services } = aLaunch();
    const { person } = await app.deps.rooms.enrol(
      aLaunch({
        platform,
        deployment,
        context: { id: context, title: '' },
        person: { subject: `seeded-${n}`, name: n % 3 === 0 ? '' : `Person ${n}` },
        // The course room gives no list of these; so everyone who has been here counts.
        services: { ...services, memberships: '' },
      }),
    );
    return person.id;
  };
  const send = (person: string, activity: string, answers: Answers) =>
    app.deps.responses.send(
      { room, person, activity },
      {
        kind: activity === PLAN ? 'handleplan' : activity === SCENARIO ? 'scenario' : 'prep',
        contentVersion: 'v',
        step: '',
        dropped: [],
        fields: Object.entries(answers).map(([question, posted]) => ({
          question,
          kind: 'text' as const,
          posted,
          base: '',
          page: 'seed',
        })),
      },
      () => true,
    );
  return {
    enrol,
    send,
    /** Enrols `all`; the first `answered` of them have sent everything of week 1. */
    fill: async (all: number, answered: number) => {
      const ids: string[] = [];
      for (let n = 1; n <= all; n += 1) ids.push(await enrol(n));
      for (const [index, person] of ids.slice(0, answered).entries()) {
        // Answers are in the order in which they were sent, by the millisecond.
        await setTimeout(1);
        await send(person, PREP, prepared(index + 1));
        await send(person, SCENARIO, metOne(index + 1));
        await send(person, PLAN, planned(index + 1));
      }
      return ids;
    },
  };
}

function prepared(n: number): Answers {
  return {
    start: ['uro', 'traet', 'glad'][n % 3]!,
    tryghed: ['kamera', 'pauser'],
    haab: hope(n),
    emner: ['soevn', 'stress'],
    tro: String((n % 5) + 1),
    lykkedes: 'Jeg fik ringet til min læge. '.repeat(n % 10 === 0 ? 30 : 1),
    planer: 'svaert',
    'lille-skridt': 'Gå en tur efter morgenmaden',
    'til-instruktoeren': n % 4 === 0 ? 'Må jeg have kameraet slukket?' : '',
  };
}

function metOne(n: number): Answers {
  const who = ['kasper', 'kasper', 'lone'][n % 3]!;
  return {
    hvem: who,
    [`${who}-valg`]: 'skrive',
    [`${who}-kender`]: n % 2 === 0 ? '4' : '3',
    [`${who}-raad`]: 'Tag det roligt',
  };
}

function planned(n: number): Answers {
  return {
    laeser: n % 3 === 2 ? 'mig' : 'instruktoer',
    form: 'dage',
    hvad: 'Gå en tur',
    'antal-dage': '3',
    tro: '8',
    gik: n % 2 === 0 ? 'ikke' : 'gennemfoert',
    problem: n % 2 === 0 ? 'Det regnede' : '',
    ideer: n % 2 === 0 ? ['mindre'] : [],
  };
}
