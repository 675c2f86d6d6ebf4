import type { Deps } from '../src/deps.ts';
import { startApp } from '../test/support/app.ts';
import { people, startPlatform } from '../test/support/platform/startPlatform.ts';
import { compared, timed, type Bench } from './measure.ts';

/** Participants of other classes in the same store. */
const OTHERS = 100_000;
const CLASS = 15;
/** Size of each of the other classes. */
const OTHER_CLASS = 25;
const TIMES = 15;
const ACTIVITY = 'modul-1-forberedelse';

function answer(responses: Deps['responses'], of: { room: string; person: string }): Promise<unknown> {
  return responses.send(
    { ...of, activity: ACTIVITY },
    {
      kind: 'prep',
      contentVersion: 'bench',
      step: '',
      fields: [
        { question: 'haab', kind: 'text', posted: 'Mere ro i hverdagen', base: '', page: of.person },
        { question: 'tro', kind: 'choice', posted: '3', base: '', page: of.person },
      ],
      dropped: [],
    },
    () => true,
  );
}

/** A class's page must load as fast with the whole country in the store as with that class alone. */
export const brief: Bench = async () => {
  const app = await startApp({ DATABASE_URL: 'sqlite::memory:' });
  const platform = await startPlatform({ toolUrl: app.url });
  try {
    await platform.registerWithTool();
    const { client, page } = await platform.launch({ person: people.instructor, activity: ACTIVITY });
    const home = page.url.replace(/(\/rum\/[^/]+\/).*$/, '$1');
    const room = /\/rum\/([^/]+)\//.exec(home)?.[1] ?? '';
    for (let number = 0; number < CLASS; number += 1)
      await answer(app.deps.responses, { room, person: `person-${number}` });
    const open = async () => {
      const { status } = await client.get(`${home}webinar/modul-1`);
      if (status !== 200) throw new Error(`The brief answered ${status}.`);
    };
    const alone = { what: 'the same, alone in the store', ms: await timed(TIMES, open) };
    for (let number = 0; number < OTHERS; number += 1) {
      const other = `room-${Math.floor(number / OTHER_CLASS)}`;
      await answer(app.deps.responses, { room: other, person: `other-${number}` });
    }
    const among = {
      what: `the brief of a class of ${CLASS}, ${OTHERS} others in the store`,
      ms: await timed(TIMES, open),
    };
    return [compared(among, alone)];
  } finally {
    await app.close();
    await platform.close();
  }
};
