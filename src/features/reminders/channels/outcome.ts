/** A message to send. SMS has no subject. */
export interface Message {
  subject: string;
  text: string;
  /** Address that stops further messages; empty for a code, which nobody subscribes to. */
  stopUrl: string;
  /** The reference by which the carrier may report that the message did not arrive; empty for a code. */
  ref: string;
}

/**
 * How a sending ended. `cause` is a stable code, never the other side's text, which may quote the address. `sent`: it
 * was accepted. `later`: it was clearly not accepted, and another try may help. `dropped`: clearly not accepted, and no
 * try will help, but the address is not the reason. `refused`: the address accepts nothing, now or later. `uncertain`:
 * nobody knows; it may have been accepted.
 */
export interface SendingOutcome {
  kind: 'sent' | 'later' | 'dropped' | 'refused' | 'uncertain';
  cause: string;
}

/** Never rejects, and takes less than a minute. */
export type Send = (address: string, message: Message) => Promise<SendingOutcome>;

export function outcome(kind: SendingOutcome['kind'], cause = ''): SendingOutcome {
  return { kind, cause };
}
