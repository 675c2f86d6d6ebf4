import { expect } from 'chai';
import { openStoredPasskeys } from '../../src/features/signIn/passkeys/store.ts';
import { createVersions } from '../../src/features/editing/store/versions.ts';
import { subscriptionSchema } from '../../src/features/reminders/records.ts';
import { newSubscription, switchedOn } from '../../src/features/reminders/subscription.ts';
import { startApp, type App } from '../support/app.ts';
import { openPreparation, prepareAndSend } from '../support/participant.ts';
import { people, startPlatform } from '../support/platform/startPlatform.ts';
import { onEachEngine } from './support/engines.ts';

/** In every text that is planted; in letters that no encoding leaves alone, and in ones that most do. */
const WORDS = ['Skumringsbæger', 'Skumringsbaeger'];
function planted(kind: string): string {
  return `${WORDS.join(' ')} ${kind}`;
}

/** What people write or choose by way of the pages below, and what the platform says they are called. */
const REASON = 'vil-ikke-sige';
const alsoWritten = ['Mere ro i hverdagen', 'Jeg går en tur', 'Mette Holm', REASON];

/** Collections with encrypted fields that hold no one's words: ids, states, and what ends with a launch or within an hour. */
const wordless = [
  'lti_resting_logins',
  'lti_tickets',
  'session_tickets',
  'lti_selections',
  'instructor_desks',
  'erasures',
  'attendance',
  // A picture is kept as base64: its planted words are looked for in that spelling.
  'greeting_pictures',
];

/** The forms that a text may have in bytes: as it is, in other character sets, escaped, and encoded at each place in its groups. */
function spellings(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return whole.slice(before === 0 ? 0 : 4, Math.floor((before + bytes.length) / 3) * 4);
  });
  const escaped = text.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const asBytes = [bytes, Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')].map((one) =>
    one.toString('latin1'),
  );
  const encoded = [bytes.toString('hex'), bytes.toString('hex').toUpperCase(), encodeURIComponent(text), escaped];
  return [...asBytes, ...encoded, ...base64, ...base64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_'))];
}

async function plantEverywhere({ deps }: App, room: string): Promise<void> {
  const [person] = await deps.rooms.people(room);
  const of = { room, person: person?.id ?? '' };
  const field = (kind: string) =>
    ({ question: 'hvad', kind: 'text', posted: planted(kind), base: '', page: 'p' }) as const;
  const change = (kind: string) => ({ contentVersion: 'v', step: 'uge', fields: [field(kind)], dropped: [] });
  const plan = { ...of, activity: 'modul-1-handleplan' };
  await deps.responses.saveDraft(plan, { kind: 'handleplan', ...change('draft of a plan') });
  await deps.responses.send(plan, { kind: 'handleplan', ...change('plan') }, () => true);
  // A text of another tab is kept beside the draft.
  await deps.responses.saveDraft(plan, { kind: 'handleplan', ...change('other tab') });
  const notes = { diary: deps.diaryWeeks, circle: deps.symptomCircles, webinar: deps.webinarNotes };
  for (const [kind, own] of Object.entries(notes))
    await own.save({ ...of, part: 'del' }, { fields: [field(kind)], dropped: [] });
  await deps.replies.send({ room, to: of.person, about: 'a', from: 'i' }, { text: planted('reply'), base: '' });
  await deps.greetings.save({ ...of, name: planted('name'), initials: 'AB', text: planted('greeting') });
  await deps.greetingPictures.save(of, { kind: 'jpg', bytes: Buffer.from(planted('picture')) });
  await deps.ideas.add({ ...of, question: '', text: planted('idea'), state: 'waiting' });
  const passkeys = await openStoredPasskeys(deps.store, Date.now, 'editor');
  await passkeys.add('planted', { name: planted('passkey'), publicKey: 'x', counter: 0, transports: [] });
  const versions = await createVersions(deps.store, Date.now);
  await versions.publish(0, { note: planted('note'), from: '', bringsBack: 0, files: [] });
  await deps.evaluationSteps.change(room, (before) => ({
    ...before,
    members: [{ person: of.person, steps: {}, values: { [planted('step')]: { hvad: 3 } } }],
  }));
  await deps.absences.tell({ ...of, day: '2026-12-01' }, REASON);
  const schedule = { ...(await deps.schedules.of(room)), link: `https://moede.example/${planted('link')}` };
  await deps.schedules.save(room, schedule, of.person);
  await deps.prepared.save({ platform: 'p', context: 'c' }, schedule);
  await deps.imports.keep([{ platform: 'p', context: 'c', room, before: schedule, after: schedule }]);
  const reminders = await deps.store.collection(subscriptionSchema);
  const begun = newSubscription({ ...of, language: 'da' }, 'email');
  const pending = { address: planted('pending'), codeHash: 'h', expires: 1, tries: 0 };
  await reminders.insert(`${room}/planted`, { ...switchedOn(begun, planted('address'), 1), pending, due: 1e15 });
}

onEachEngine('every byte that is stored', function ({ folder, databaseUrl, dump }) {
  this.timeout(300_000);

  it('holds no word of what anyone wrote, nor a name or an address, in any spelling', async () => {
    const app = await startApp({ DATABASE_URL: databaseUrl(), DATA_DIR: folder() });
    const platform = await startPlatform({ toolUrl: app.url });
    await platform.registerWithTool();
    const { client, page } = await openPreparation(platform, people.mette);
    await prepareAndSend(client, page);
    await plantEverywhere(app, /\/rum\/([^/]+)\//.exec(page.url)?.[1] ?? '');

    // No kind is forgotten: each collection that is encrypted for its words' sake holds one, to those who may read it.
    for (const { name, encrypted, documents } of app.deps.store.opened()) {
      if (encrypted.length === 0 || wordless.includes(name)) continue;
      const read = JSON.stringify((await documents.find({ where: {}, limit: 1000 })).items);
      expect(
        [...WORDS, ...alsoWritten].some((word) => read.includes(word)),
        name,
      ).to.equal(true);
    }

    const stored = (await dump()).map((bytes) => bytes.toString('latin1'));
    // That what is not secret is found, also encoded, shows that the right place was searched.
    expect(stored.some((bytes) => bytes.includes('modul-1-handleplan'))).to.equal(true);
    for (const word of [...WORDS, ...alsoWritten])
      for (const spelling of spellings(word))
        expect(
          stored.some((bytes) => bytes.includes(spelling)),
          `${word}: ${spelling}`,
        ).to.equal(false);
    await app.close();
    await platform.close();
  });

  it('would be found in each spelling', () => {
    const [text = ''] = WORDS;
    for (const form of ['utf8', 'latin1', 'utf16le', 'hex', 'base64', 'base64url'] as const)
      for (const before of ['', 'x', 'xx']) {
        const isEncoded = ['hex', 'base64', 'base64url'].includes(form);
        const bytes = isEncoded
          ? Buffer.from(Buffer.from(`${before}${text}!`).toString(form))
          : Buffer.from(text, form);
        expect(
          spellings(text).some((one) => bytes.toString('latin1').includes(one)),
          `${form} ${before}`,
        ).to.equal(true);
      }
  });
});
