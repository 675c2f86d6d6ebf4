/** A key, document, index value or collection declaration that the store refuses. The message never holds the value. */
export class InvalidDocument extends Error {
  constructor(collection: string, fault: string) {
    super(`${collection}: ${fault}`);
    this.name = 'InvalidDocument';
  }
}

/** A query that the store refuses: an undeclared field, a limit out of range, an empty `where` for a deletion. */
export class BadQuery extends Error {
  constructor(collection: string, fault: string) {
    super(`${collection}: ${fault}`);
    this.name = 'BadQuery';
  }
}

/** `after` is not a cursor that this store gave out. It may come from a web address: answer it as bad input. */
export class BadCursor extends Error {
  constructor() {
    super('The cursor is not one that this store gave out.');
    this.name = 'BadCursor';
  }
}

/** The database cannot be opened; the message says which and why, for whoever starts the program. */
export class CannotOpenStore extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CannotOpenStore';
  }
}

/** DATA_KEY is missing, malformed, or not the one with which this store's data was encrypted. */
export class WrongDataKey extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongDataKey';
  }
}

/** An encrypted field cannot be read: its key is not among those given, or the value was changed or moved. */
export class UndecryptableField extends Error {
  readonly reason: 'unknown-key' | 'tampered';
  constructor(place: { collection: string; key: string; field: string }, reason: 'unknown-key' | 'tampered') {
    const why =
      reason === 'unknown-key'
        ? 'it was encrypted with a key that is not in DATA_KEY'
        : 'it was changed outside this program, or belongs to another document';
    super(`The field ${place.field} of ${place.collection} ${place.key} cannot be decrypted: ${why}.`);
    this.name = 'UndecryptableField';
    this.reason = reason;
  }
}

/** A document is not what this program has written at its key: it was made, changed, moved or put together outside it. */
export class AlteredDocument extends Error {
  /** For the log, in fixed words. */
  readonly trouble: string;
  constructor(collection: string) {
    super(`A document of ${collection} was made or changed outside this program, and is not used.`);
    this.name = 'AlteredDocument';
    this.trouble = this.message;
  }
}

/** The file of generated secrets cannot be read as such. */
export class BadSecretsFile extends Error {
  constructor(path: string) {
    super(
      `${path} is not a valid secrets file. Put back a copy of it. If there is none, delete it: new secrets are then ` +
        'made, but what was encrypted with the old DATA_KEY can no longer be read.',
    );
    this.name = 'BadSecretsFile';
  }
}

/** A backup cannot be written or put back; the message says why, for whoever runs the command. */
export class BackupFailed extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupFailed';
  }
}

/**
 * The store cannot do what was asked just now: it is not reached, not writable, full, or did not answer in time.
 * `written` says what is known of a write: `no` where it never left, `unknown` where its answer is what was lost.
 */
export class StoreUnavailable extends Error {
  readonly written: 'no' | 'unknown';
  /** What is wrong with it, in fixed words for whoever runs the program; empty where only the server knows. */
  readonly trouble: string;
  constructor(written: 'no' | 'unknown', { trouble = '', ...options }: ErrorOptions & { trouble?: string } = {}) {
    const why = trouble === '' ? '' : ` The trouble with it: ${trouble}.`;
    super(
      written === 'no'
        ? `The store cannot be used; nothing was written.${why}`
        : `The store did not confirm what it did.${why}`,
      options,
    );
    this.name = 'StoreUnavailable';
    this.written = written;
    this.trouble = trouble;
  }
}
