import { BSON, type Document } from 'mongodb';
import type { Socket } from 'node:net';

/*
 * MongoDB's wire protocol, as far as a driver and a server without compression speak it
 * (https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/). All numbers are little-endian.
 */

/** Length, id, id of what is answered, kind of message: four bytes each. */
const HEADER = 16;
const [ID, ANSWERS, KIND] = [4, 8, 12];
const [REPLY, QUERY, MSG] = [1, 2004, 2013];
/** An OP_MSG begins with its flags and the kind of its first section, which is always the command itself. */
const COMMAND_IN_MSG = HEADER + 5;
/** An OP_REPLY begins with its flags, a cursor, and where and how many its documents are. */
const DOCUMENT_IN_REPLY = HEADER + 20;

/** Each message that arrives, whole. Ends when the other side closes or breaks the connection. */
export async function* messagesFrom(socket: Socket): AsyncGenerator<Buffer> {
  let arrived: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      arrived = Buffer.concat([arrived, chunk]);
      while (arrived.length >= HEADER && arrived.length >= arrived.readInt32LE(0)) {
        const length = arrived.readInt32LE(0);
        yield arrived.subarray(0, length);
        arrived = arrived.subarray(length);
      }
    }
  } catch {
    // A broken connection has no more messages.
  }
}

/** Where the document begins that says what a message is about. */
function placeOf(message: Buffer): number {
  const kind = message.readInt32LE(KIND);
  if (kind === MSG) return COMMAND_IN_MSG;
  if (kind === REPLY) return DOCUMENT_IN_REPLY;
  // The first question of a driver: flags, the collection's name with a zero at its end, and two numbers.
  if (kind === QUERY) return message.indexOf(0, HEADER + 4) + 1 + 8;
  throw new Error(`A message of kind ${kind}, which a driver no longer sends.`);
}

/** The command of a question, or the answer's own document. */
export function documentOf(message: Buffer): Document {
  const at = placeOf(message);
  return BSON.deserialize(message.subarray(at, at + message.readInt32LE(at)));
}

/** The same message with another document; what follows it (the documents of an insert) is kept. */
export function withDocument(message: Buffer, document: Document): Buffer {
  const at = placeOf(message);
  const changed = Buffer.concat([
    message.subarray(0, at),
    BSON.serialize(document),
    message.subarray(at + message.readInt32LE(at)),
  ]);
  changed.writeInt32LE(changed.length, 0);
  return changed;
}

/** An answer of our own to a question. */
export function answerTo(question: Buffer, document: Document): Buffer {
  const head = Buffer.alloc(COMMAND_IN_MSG);
  head.writeInt32LE(MSG, KIND);
  const answer = Buffer.concat([head, BSON.serialize(document)]);
  answer.writeInt32LE(answer.length, 0);
  return answering(question, answer);
}

/** A copy of an answer, as the answer to this question. */
export function answering(question: Buffer, answer: Buffer): Buffer {
  const copy = Buffer.from(answer);
  copy.writeInt32LE(question.readInt32LE(ID), ANSWERS);
  return copy;
}
