import { randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { PictureKind } from '../../files/pictures/plain.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';

interface StoredPicture {
  room: string;
  /** Id of the instructor. */
  person: string;
  /** In the picture's address; another one for each picture. */
  id: string;
  kind: PictureKind;
  /** Base64, as a document is JSON. */
  bytes: string;
  /** Milliseconds since 1970. */
  savedAt: number;
}

export interface GreetingPicture extends Pick<StoredPicture, 'person' | 'id' | 'kind'> {
  bytes: Buffer;
}

/** The pictures that instructors show with their greetings. */
export interface GreetingPictures {
  of(room: string, person: string): Promise<GreetingPicture | undefined>;
  /** The picture of this address. */
  at(room: string, id: string): Promise<GreetingPicture | undefined>;
  save(whose: { room: string; person: string }, picture: { kind: PictureKind; bytes: Buffer }): Promise<void>;
  remove(room: string, person: string): Promise<void>;
}

const schema: CollectionSchema<StoredPicture, 'room' | 'person' | 'id'> = {
  name: 'greeting_pictures',
  indexes: [['room', 'id'], ['person']],
  keyBegins: 'room',
  encrypted: ['bytes'],
};

export async function createGreetingPictures(store: Store, clock: Clock): Promise<GreetingPictures> {
  const pictures = await store.collection(schema);
  return {
    of: async (room, person) => {
      const found = await pictures.get(keyOf(room, person));
      return found && opened(found.doc);
    },
    at: async (room, id) => {
      const [found] = (await pictures.find({ where: { room, id }, limit: 1 })).items;
      return found && opened(found.doc);
    },
    save: async (whose, { kind, bytes }) => {
      const id = randomBytes(12).toString('base64url');
      const saved = () => ({ ...whose, id, kind, bytes: bytes.toString('base64'), savedAt: clock() });
      await upsert(pictures, keyOf(whose.room, whose.person), { first: saved, change: saved });
    },
    remove: async (room, person) => {
      await pictures.delete(keyOf(room, person));
    },
  };
}

function opened({ person, id, kind, bytes }: StoredPicture): GreetingPicture {
  return { person, id, kind, bytes: Buffer.from(bytes, 'base64') };
}

/** Ids contain no slash. */
function keyOf(room: string, person: string): string {
  return `${room}/${person}`;
}
