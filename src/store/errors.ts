/** The store refuses a key, document, index value or collection declaration. The message never holds the value. */
export class InvalidDocument extends Error {
  constructor(collection: string, fault: string) {
    super(`${collection}: ${fault}`);
    this.name = 'InvalidDocument';
  }
}

/** The store refuses a query: an undeclared field, a limit out of range, an empty `where` for a deletion. */
export class BadQuery extends Error {
  constructor(collection: string, fault: string) {
    super(`${collection}: ${fault}`);
    this.name = 'BadQuery';
  }
}

/** `after` is not a cursor from this store. It may come from a web address: answer it as bad input. */
export class BadCursor extends Error {
  constructor() {
    super('The cursor is not one that this store gave out.');
    this.name = 'BadCursor';
  }
}

/** The database cannot be opened; the message tells the person who starts the program which one and why. */
export class CannotOpenStore extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CannotOpenStore';
  }
}

/** DATA_KEY is missing, malformed, or not the key that encrypted this store's data. */
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

/** A document is not what this program wrote at its key: something else made, changed, moved or combined it. */
export class AlteredDocument extends Error {
  /** For the log, in fixed words. */
  readonly trouble: string;
  constructor(collection: string) {
    super(`A document of ${collection} was made or changed outside this program, and is not used.`);
    this.name = 'AlteredDocument';
    this.trouble = this.message;
  }
}

/** The file of generated secrets is unreadable or has the wrong format. */
export class BadSecretsFile extends Error {
  constructor(path: string) {
    super(
      `${path} is not a valid secrets file. Put back a copy of it. If there is none, delete it: new secrets are then ` +
        'made, but what was encrypted with the old DATA_KEY can no longer be read.',
    );
    this.name = 'BadSecretsFile';
  }
}

/** A backup cannot be written or restored; the message says why, for the person who runs the command. */
export class BackupFailed extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupFailed';
  }
}

/**
 * The store cannot do what was asked just now: it is unreachable, not writable, full, or did not answer in time.
 * `written` says what is known about a write: `no` if it was never sent, `unknown` if its answer was lost.
 */
export class StoreUnavailable extends Error {
  readonly written: 'no' | 'unknown';
  /** What is wrong with the store, in fixed words for the operator; empty if only the server knows. */
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
