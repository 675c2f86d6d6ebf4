import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ObjectId, type Document } from 'mongodb';
import { startMongo, type Mongo } from './mongo.ts';
import { answering, answerTo, documentOf, messagesFrom, withDocument } from './mongoWire.ts';

/**
 * Two members of a replica set, as a driver sees them: one server behind two doors, of which one at a time is the primary.
 * A real set needs real servers, which no registry has; the driver's own specification tests use a proxy like this one.
 */
export interface ReplicaSet {
  /** Address of a database that nothing else uses. */
  database(): string;
  /** The primary steps down or breaks down, and after a while the other member is elected. Resolves when it is. */
  elect(how?: Leaving): Promise<void>;
  /**
   * The next command of this name is carried out, and then the primary is gone before it can say so. Resolves when
   * the other member is elected.
   */
  electAfter(command: string): Promise<void>;
  /** Commands that were refused because this member was not the primary, and repeated ones that had been carried out. */
  counts: { refused: number; repeated: number };
  stop(): Promise<void>;
}

/** Whether connections stay open when the primary becomes a secondary, or break. */
export type Leaving = 'steps down' | 'breaks down';

/** Milliseconds without a primary. A real election takes some seconds. */
const ELECTION = 400;
const NAME = 'taettere';
const NOT_PRIMARY = { ok: 0, code: 10_107, codeName: 'NotWritablePrimary', errmsg: 'not primary' };
/** What a member answers although it is not the primary. */
const always = new Set(['endSessions', 'ping']);

interface Member {
  address: string;
  server: Server;
  clients: Set<Socket>;
  /** Those that have only asked how this member is. */
  monitors: WeakSet<Socket>;
}

/** What the members know together, as if each change had reached both. */
interface Knowledge {
  members: Member[];
  primary: Member | undefined;
  elections: number;
  /** Answers to writes that the driver may repeat, by session and number: what is repeated is not done again. */
  answered: Map<string, Promise<Buffer | undefined>>;
  counts: ReplicaSet['counts'];
  /** The command after which the primary is gone, and what then happens. */
  fatal: { command: string; then: () => void } | undefined;
}

export async function startReplicaSet(): Promise<ReplicaSet> {
  const mongo = await startMongo();
  const { port } = new URL(mongo.database());
  const known: Knowledge = {
    members: [],
    primary: undefined,
    elections: 0,
    answered: new Map(),
    counts: { refused: 0, repeated: 0 },
    fatal: undefined,
  };
  known.members.push(await startMember(known, Number(port)), await startMember(known, Number(port)));
  crown(known, known.members[0]);
  const elect = async (how: Leaving = 'steps down') => {
    const next = known.members.find((member) => member !== known.primary);
    if (how === 'breaks down' && known.primary) cutOff(known.primary);
    known.primary = undefined;
    await pause(ELECTION);
    crown(known, next);
  };
  return {
    database: () => addressOf(mongo, known),
    elect,
    electAfter: (command) =>
      new Promise((resolve) => (known.fatal = { command, then: () => resolve(elect('breaks down')) })),
    counts: known.counts,
    stop: async () => {
      for (const { server, clients } of known.members) {
        server.close();
        clients.forEach((client) => client.destroy());
      }
      await mongo.stop();
    },
  };
}

function addressOf(mongo: Mongo, { members }: Knowledge): string {
  const { pathname } = new URL(mongo.database());
  return `mongodb://${members.map(({ address }) => address).join(',')}${pathname}?replicaSet=${NAME}`;
}

/**
 * Breaks the connections of those who read and write. A monitor of a real server always waits for an answer, and so learns of
 * the break; here it asks now and then (for want of `topologyVersion`), and the driver would wait for ever if it asked just then.
 */
function cutOff({ clients, monitors }: Member): void {
  for (const client of clients) if (!monitors.has(client)) client.destroy();
}

function crown(known: Knowledge, member: Member | undefined): void {
  known.primary = member;
  known.elections += 1;
}

async function startMember(known: Knowledge, port: number): Promise<Member> {
  const server = createServer();
  const member: Member = { address: '', server, clients: new Set(), monitors: new WeakSet() };
  server.on('connection', (client) => {
    member.clients.add(client.on('error', () => undefined).once('close', () => member.clients.delete(client)));
    member.monitors.add(client);
    void attend(client, { known, member, port });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  member.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return member;
}

interface Behind {
  known: Knowledge;
  member: Member;
  port: number;
}

/** Answers one question after the other, each by the server behind, unless it is the primary's to answer. */
async function attend(client: Socket, { known, member, port }: Behind): Promise<void> {
  const server = connect(port, '127.0.0.1').on('error', () => client.destroy());
  const answers = messagesFrom(server);
  const ask = async (question: Buffer): Promise<Buffer | undefined> => {
    server.write(question);
    return (await answers.next()).value as Buffer | undefined;
  };
  for await (const question of messagesFrom(client)) {
    if (!isHello(commandIn(documentOf(question)))) member.monitors.delete(client);
    const answer = await answerOf(question, { known, member, ask });
    if (answer && !client.destroyed) client.write(answer);
  }
  // Not before: what has begun is ended, whoever still waits for it.
  server.destroy();
}

interface Asked {
  known: Knowledge;
  member: Member;
  ask: (question: Buffer) => Promise<Buffer | undefined>;
}

async function answerOf(question: Buffer, { known, member, ask }: Asked): Promise<Buffer | undefined> {
  const { lsid, txnNumber, ...asked } = documentOf(question);
  const command = commandIn(asked);
  if (isHello(command)) {
    const answer = await ask(question);
    return answer && withDocument(answer, { ...documentOf(answer), ...presented(known, member) });
  }
  // A server of its own knows no numbers of writes: it could not tell another member of them.
  const number = txnNumber === undefined ? undefined : JSON.stringify([lsid, txnNumber]);
  if (member !== known.primary && !always.has(command)) {
    known.counts.refused += 1;
    return answerTo(question, { ...NOT_PRIMARY, ...(number && { errorLabels: ['RetryableWriteError'] }) });
  }
  const before = number !== undefined && (await known.answered.get(number));
  if (before) {
    known.counts.repeated += 1;
    return answering(question, before);
  }
  const asking = ask(withDocument(question, asked));
  if (number !== undefined) known.answered.set(number, asking);
  const answer = await asking;
  if (known.fatal?.command !== command) return answer;
  const { then } = known.fatal;
  known.fatal = undefined;
  then();
  return undefined;
}

function commandIn(asked: Document): string {
  return Object.keys(asked)[0] ?? '';
}

function isHello(command: string): boolean {
  return /^(?:hello|ismaster)$/i.test(command);
}

/** What a member says of itself and of the set. */
function presented({ members, primary, elections }: Knowledge, member: Member): Document {
  const isPrimary = member === primary;
  return {
    ismaster: isPrimary,
    isWritablePrimary: isPrimary,
    secondary: !isPrimary,
    setName: NAME,
    setVersion: 1,
    hosts: members.map(({ address }) => address),
    me: member.address,
    ...(primary && { primary: primary.address }),
    ...(isPrimary && { electionId: new ObjectId(`7fffffff${String(elections).padStart(16, '0')}`) }),
  };
}
