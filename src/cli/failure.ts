/** A command failed; the message explains it to the person who typed it. Exit code 1. */
export class CommandFailed extends Error {
  /** What is printed all the same, in whole lines. */
  readonly out: string;
  constructor(message: string, out = '') {
    super(message);
    this.out = out;
    this.name = 'CommandFailed';
  }
}

/** The command line is wrong. Exit code 2. */
export class WrongUse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongUse';
  }
}
