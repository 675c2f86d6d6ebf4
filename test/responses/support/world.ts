import type { Role } from '../../../src/domain/viewer.ts';
import { responseSchema } from '../../../src/responses/records.ts';
import { createResponses, type DraftChange, type ReportRooms } from '../../../src/responses/responses.ts';
import { memoryStore } from '../../support/stores.ts';

/** Half a second past a whole one. */
export const start = Date.parse('2026-11-21T09:42:10.500Z');
export const of = { room: 'room', person: 'person', activity: 'modul-1-forberedelse' };
export const yes = (): boolean => true;

export const write = (text: string): DraftChange => ({
  kind: 'prep',
  contentVersion: 'v1',
  step: 'trin-a',
  fields: [{ question: 'hvad', kind: 'text', posted: text, base: '', page: 'page' }],
  dropped: [],
});

export const aPlacement = (id: string, lineItem = `https://lms.example/${id}`) => ({
  id,
  resourceLink: `link-${id}`,
  lineItem,
  lineItems: 'https://lms.example/lineitems',
  scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
});

/** Responses on a real store, in a room that the test arranges. */
export const responsesWorld = async () => {
  const place = { now: start, placements: [aPlacement('one')], role: 'participant' as Role };
  const rooms: ReportRooms = {
    room: () => Promise.resolve({ platform: 'platform' }),
    person: () => Promise.resolve({ subject: 'subject', role: place.role }),
    placement: (id) => Promise.resolve(place.placements.find((placement) => placement.id === id)),
    placements: () => Promise.resolve(place.placements),
  };
  const store = await memoryStore();
  const responses = await createResponses(store, { clock: () => place.now, rooms });
  return {
    place,
    responses,
    reports: async () => (await responses.get(of))?.reports ?? [],
    stored: async () => (await (await store.collection(responseSchema)).find({ where: { room: 'room' } })).items,
    close: () => store.close(),
  };
};

export type ResponsesWorld = Awaited<ReturnType<typeof responsesWorld>>;
