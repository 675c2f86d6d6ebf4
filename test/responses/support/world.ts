import type { DeliveryOutcome } from '../../../src/responses/report.ts';
import type { Role } from '../../../src/domain/viewer.ts';
import { responseSchema } from '../../../src/responses/records.ts';
import { createResponses, type DraftChange, type ReportRooms } from '../../../src/responses/responses.ts';
import { createCombinedScores } from '../../../src/responses/combinedScores.ts';
import { NEVER } from '../../../src/store/port.ts';
import { update } from '../../../src/store/update.ts';
import { memoryStore } from '../../support/stores.ts';

/** Half a second past a whole one. */
export const start = Date.parse('2026-11-21T09:42:10.500Z');
export const of = { room: 'room', person: 'person', activity: 'modul-1-forberedelse' };
export function yes(): boolean {
  return true;
}

export function write(text: string): DraftChange {
  return {
    kind: 'prep',
    contentVersion: 'v1',
    step: 'trin-a',
    fields: [{ question: 'hvad', kind: 'text', posted: text, base: '', page: 'page' }],
    dropped: [],
  };
}

export function column(name: string): string {
  return `https://lms.example/${name}`;
}

/** Responses and combinedScores on a real store, in a room that the test arranges. */
export async function responsesWorld() {
  const place = {
    now: start,
    columns: [column('one')],
    makeFor: '',
    cause: '',
    role: 'participant' as Role,
    room: true,
    /** Line items by placement, as reports knew them before. */
    placements: new Map<string, string>(),
    asked: [] as string[],
  };
  const gradebooks: ReportRooms['gradebooks'] = {
    targets: () => {
      const { columns, makeFor, cause } = place;
      return Promise.resolve({ columns, lineItems: column('lineitems'), makeFor, cause, promised: columns.length > 0 });
    },
    lookForOne: (room) => Promise.resolve(void place.asked.push(`look in ${room}`)),
    noteFound: (_room, { lineItem }) => Promise.resolve(void place.asked.push(`found ${lineItem}`)),
    noteGone: (_room, lineItem) => Promise.resolve(void place.asked.push(`gone ${lineItem}`)),
  };
  const rooms: ReportRooms = {
    room: () => Promise.resolve(place.room ? { platform: 'platform' } : undefined),
    person: () => Promise.resolve({ subject: 'subject', name: 'Mette Holm', role: place.role }),
    placement: (id) => Promise.resolve({ lineItem: place.placements.get(id) ?? '' }),
    gradebooks,
  };
  const store = await memoryStore();
  const ended: string[] = [];
  const needs = {
    clock: () => place.now,
    rooms,
    ended: (_report: object, { kind, cause = '' }: DeliveryOutcome) =>
      Promise.resolve(void ended.push(`${kind} ${cause}`.trim())),
  };
  const responses = await createResponses(store, needs);
  return {
    place,
    responses,
    combinedScores: await createCombinedScores(store, needs),
    ended,
    /** As it was stored when a report was made only where the person's own launch had named a column. */
    forgetReports: async () => {
      const rows = await store.collection(responseSchema);
      for (const { key } of (await rows.find({ where: { room: 'room' } })).items)
        await update(rows, key, (doc) => ({ ...doc, reports: [], due: NEVER }));
    },
    reports: async () => (await responses.get(of))?.reports ?? [],
    stored: async () => (await (await store.collection(responseSchema)).find({ where: { room: 'room' } })).items,
    close: () => store.close(),
  };
}

export type ResponsesWorld = Awaited<ReturnType<typeof responsesWorld>>;
