import type { Clock } from '../domain/clock.ts';
import type { Store } from '../store/port.ts';
import { addressesOf, type Addresses } from './addresses.ts';
import { openActivities, type Activities } from './course/activities.ts';
import { openCourses, type Courses } from './course/courses.ts';
import { addFirstContent } from './course/firstContent.ts';
import { openGrades, type Grades } from './course/grades.ts';
import { openLineItems, type LineItems } from './course/lineItems.ts';
import { openKeys, type NewKeyPair, type PlatformKeys } from './keys.ts';
import type { PendingLaunch } from './launch/pendingLaunch.ts';
import { createMisbehaviour, type Misbehaviour } from './misbehaviour.ts';
import { openRegistrations, type Registrations } from './registration/registrations.ts';
import { createRequestRecord, type RequestRecord } from './requestRecord.ts';
import { openTickets, type SandboxTickets } from './tickets.ts';

export interface SandboxOptions {
  /** The address the sandbox is mounted at, without a trailing slash, for example `http://127.0.0.1:3000/sandbox`. */
  issuer: string;
  /** The tool's public address, without a trailing slash. */
  toolUrl: string;
  /** Its own store, or one shared with others: every collection is named `sandbox_…`. The caller closes it. */
  store: Store;
  clock: Clock;
  /** Called for registrations and refusals; never with anything that a person wrote. */
  log?: (event: string, detail: Record<string, unknown>) => void;
  misbehave?: Misbehaviour;
  /** Its signing keys; default: a new one each time. */
  keyPair?: NewKeyPair | undefined;
}

/** What the parts of the platform share. */
export interface Core {
  addresses: Addresses;
  toolUrl: string;
  clock: Clock;
  log: (event: string, detail: Record<string, unknown>) => void;
  misbehave: Misbehaviour;
  requests: RequestRecord;
  keys: PlatformKeys;
  registrations: Registrations;
  courses: Courses;
  activities: Activities;
  lineItems: LineItems;
  grades: Grades;
  /** Signed-in people; the id is the cookie's value. */
  sessions: SandboxTickets<{ person: string }>;
  launches: SandboxTickets<PendingLaunch>;
  /** Content selections under way; the id is in the return address. */
  selections: SandboxTickets<{ data: string }>;
  registrationTokens: SandboxTickets<{ clientId: string }>;
  bearers: SandboxTickets<{ scopes: string[] }>;
  /** Used `jti` of client assertions and `nonce` of deep linking responses. */
  usedIds: SandboxTickets<null>;
}

const minute = 60_000;
const hour = 60 * minute;

async function openAllTickets({ store, clock }: SandboxOptions) {
  return {
    sessions: await openTickets<{ person: string }>(store, { name: 'sessions', lifetimeMs: 168 * hour, clock }),
    launches: await openTickets<PendingLaunch>(store, { name: 'launches', lifetimeMs: hour, clock }),
    selections: await openTickets<{ data: string }>(store, {
      name: 'selections',
      lifetimeMs: 12 * hour,
      clock,
    }),
    registrationTokens: await openTickets<{ clientId: string }>(store, {
      name: 'registration_tokens',
      lifetimeMs: hour,
      clock,
    }),
    bearers: await openTickets<{ scopes: string[] }>(store, { name: 'bearers', lifetimeMs: hour, clock }),
    usedIds: await openTickets<null>(store, { name: 'used_ids', lifetimeMs: 24 * hour, clock }),
  };
}

export async function createCore(options: SandboxOptions): Promise<Core> {
  const { store, clock } = options;
  const misbehave = options.misbehave ?? createMisbehaviour();
  const core: Core = {
    addresses: addressesOf(options.issuer),
    toolUrl: options.toolUrl,
    clock,
    log: options.log ?? (() => undefined),
    misbehave,
    requests: createRequestRecord(clock),
    keys: await openKeys({ store, clock, misbehave, keyPair: options.keyPair }),
    registrations: await openRegistrations(store),
    courses: await openCourses(store),
    activities: await openActivities(store),
    lineItems: await openLineItems(store),
    grades: await openGrades(store),
    ...(await openAllTickets(options)),
  };
  await addFirstContent(core);
  return core;
}
