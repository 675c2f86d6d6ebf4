import type { Language } from '../../domain/viewer.ts';
import { NEVER } from '../../store/port.ts';
import { nothingChosen, type ChannelKind, type Choices, type Subscription, type Who } from './records.ts';
import { hashOf, newToken, SHORT } from '../../store/tokens.ts';

/** Ids contain no slash. */
export function keyOf({ room, person }: Who, kind: ChannelKind): string {
  return [room, person, kind].join('/');
}

export function newSubscription(
  { room, person, language }: Who & { language: Language },
  kind: ChannelKind,
): Subscription {
  const stopToken = newToken(SHORT);
  return {
    room,
    person,
    kind,
    language,
    state: 'off',
    address: '',
    pending: null,
    codesSent: [],
    choices: nothingChosen,
    chosenAt: 0,
    stopToken,
    stopHash: hashOf(stopToken),
    sending: null,
    retry: null,
    handled: [],
    undelivered: [],
    lastDay: '',
    due: NEVER,
  };
}

/** Due now; a worker that is sending keeps its claim, and checks again itself. */
function dueNow(doc: Subscription, now: number): number {
  return doc.sending ? doc.due : now;
}

/** The address is confirmed. The stop link stays the same, so that links in older messages keep working. */
export function switchedOn(doc: Subscription, address: string, now: number): Subscription {
  return {
    ...doc,
    state: 'on',
    address,
    pending: null,
    retry: null,
    undelivered: [],
    due: dueNow(doc, now),
  };
}

export function withChoices(doc: Subscription, choices: Choices, now: number): Subscription {
  return {
    ...doc,
    choices,
    chosenAt: now,
    retry: null,
    due: dueNow(doc, now),
  };
}

/** Stops messages and forgets the address. The stop link stays known, so that its page can say so. */
export function switchedOff(doc: Subscription, state: 'stopped' | 'refused'): Subscription {
  return {
    ...doc,
    state,
    address: '',
    pending: null,
    choices: nothingChosen,
    sending: null,
    retry: null,
    due: NEVER,
  };
}
