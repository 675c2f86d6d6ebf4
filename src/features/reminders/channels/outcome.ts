/** A message as it leaves us. SMS has no subject. */
export interface Message {
  subject: string;
  text: string;
  /** Address that stops further ones; empty for a code, which nobody subscribes to. */
  stopUrl: string;
  /** What those who carry it may name it by, when they say that it did not arrive; empty for a code. */
  ref: string;
}

/**
 * How a sending ended; `cause` is a stable code, never what the other side wrote, which may quote the address.
 * `sent`: it was taken. `later`: it was clearly not taken, and another try may help. `dropped`: clearly not taken, and no
 * try will help, but the address is not to blame. `refused`: the address takes nothing, now or later.
 * `uncertain`: nobody knows; it may have been taken.
 */
export interface Outcome {
  kind: 'sent' | 'later' | 'dropped' | 'refused' | 'uncertain';
  cause: string;
}

/** Never rejects, and takes less than a minute. */
export type Send = (address: string, message: Message) => Promise<Outcome>;

export function outcome(kind: Outcome['kind'], cause = ''): Outcome {
  return { kind, cause };
}
