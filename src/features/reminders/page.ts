import type { Schedule } from '../../domain/schedule.ts';
import { dayOf } from '../../domain/week.ts';
import type { Language } from '../../domain/viewer.ts';
import type { ChannelKind, Subscription } from './records.ts';
import { texts } from '../../text/texts.ts';
import { dayInWords } from '../../text/times.ts';
import { choicesForm, type RefusedChoices } from './choicesForm.ts';
import { entryFrom } from './form.ts';

/** A refused form, to be shown again as it was filled in. `code` selects its message. */
export type Refused = { kind: ChannelKind } & (
  | { form: 'address'; written: string; code: 'badAddress' | 'tooMany' | 'away' | 'refused' | 'country' }
  | {
      form: 'code';
      written: string;
      code: 'codeMissing' | 'wrong' | 'expired' | 'usedUp' | 'tooMany' | 'away' | 'refused' | 'country';
    }
  | ({ form: 'choices' } & RefusedChoices)
);

export type SavedCode = 'choices' | 'on' | 'stopped' | 'calendarStopped';

export interface RemindersPageInput {
  offered: ChannelKind[];
  subscriptions: Partial<Record<ChannelKind, Subscription>>;
  feed: { madeAt: number } | undefined;
  schedule: Schedule;
  language: Language;
  home: string;
  /** Milliseconds since 1970. */
  now: number;
  saved: SavedCode | undefined;
  refused: Refused | undefined;
}

export function remindersPage(input: RemindersPageInput) {
  const { offered, feed, language, home, saved } = input;
  const text = texts[language].reminders;
  const base = `${home}paamindelser`;
  const channels = offered.map((kind) => channelPart(input, kind));
  return {
    title: text.title,
    saved: saved && { heading: text.saved[saved], message: text.savedText[saved] },
    errors: channels.flatMap(({ errors }) => errors),
    notOffered: offered.length === 0,
    calendar: {
      action: `${base}/kalender`,
      isOn: feed ? text.calendar.isOn(dayInWords(dayOf(feed.madeAt), language)) : '',
    },
    channels,
  };
}

function channelPart(input: RemindersPageInput, kind: ChannelKind) {
  const { language, home } = input;
  const words = texts[language].reminders.channels[kind];
  const refused = input.refused?.kind === kind ? input.refused : undefined;
  const standing = standingOf(input, kind);
  // One step at a time: first the code, then what the channel is used for.
  const choices = standing.on && !standing.pending ? choicesPart(input, standing.on, refused) : undefined;
  const [address, code] = [addressField(kind, language, refused), codeField(kind, language, refused)];
  const faulty = [code, address].filter(({ error }) => error !== '');
  return {
    kind,
    heading: words.heading,
    stop: words.stop,
    labelOfAddress: words.address,
    addressHint: words.addressHint,
    action: `${home}paamindelser/${kind}`,
    ...standing.shown,
    openChange: address.error !== '',
    choices,
    address,
    code,
    errors: [
      ...faulty.map(({ inputId, error }) => ({ href: `#${inputId}`, message: error })),
      ...(choices?.errors ?? []),
    ],
  };
}

/** The state of this channel: off, waiting for its code, on, or refused by the other side. */
function standingOf({ subscriptions, language, now }: RemindersPageInput, kind: ChannelKind) {
  const text = texts[language].reminders;
  const { [kind]: subscription } = subscriptions;
  const pending = pendingIn(subscription, now);
  const on = subscription?.state === 'on' ? subscription : undefined;
  const isRefused = subscription?.state === 'refused' && !pending;
  const shown = {
    isOn: on !== undefined,
    status: on ? text.isOn(on.address) : text.isOff,
    wasRefused: isRefused ? text.channels[kind].refused : '',
    nothingYet: on !== undefined && isNothing(on),
    pending: pending && { sentTo: text.codeSentTo(pending.address) },
    // Beside a code or choices, changing the address is secondary.
    foldAddress: on !== undefined || pending !== undefined,
  };
  return { on, pending, shown };
}

/** A pending code that can still be entered. */
function pendingIn(subscription: Subscription | undefined, now: number) {
  return subscription?.pending && subscription.pending.expires > now ? subscription.pending : undefined;
}

function choicesPart(
  { language, schedule }: RemindersPageInput,
  { kind, choices }: Subscription,
  refused: Refused | undefined,
) {
  return choicesForm({
    id: kind,
    language,
    hasWebinar: schedule.webinar !== undefined,
    entry: entryFrom(choices),
    refused: refused?.form === 'choices' ? refused : undefined,
  });
}

function isNothing({ choices }: Subscription): boolean {
  return !choices.webinar && !choices.survey && !choices.preparation.on && !choices.plan.on;
}

function addressField(kind: ChannelKind, language: Language, refused: Refused | undefined) {
  const { errors, channels } = texts[language].reminders;
  const mine = refused?.form === 'address' ? refused : undefined;
  const error = mine ? (mine.code === 'badAddress' ? channels[kind].badAddress : errors[mine.code]) : '';
  return {
    inputId: `${kind}-adresse`,
    value: mine?.written ?? '',
    error,
    // A browser's e-mail field drops text that it cannot parse, so a refused value is shown in a plain field.
    type: { email: mine ? 'text' : 'email', sms: 'tel' }[kind],
    inputMode: { email: 'email', sms: 'tel' }[kind],
    autocomplete: { email: 'email', sms: 'tel' }[kind],
  };
}

function codeField(kind: ChannelKind, language: Language, refused: Refused | undefined) {
  const { errors } = texts[language].reminders;
  const mine = refused?.form === 'code' ? refused : undefined;
  return { inputId: `${kind}-kode`, value: mine?.written ?? '', error: mine ? errors[mine.code] : '' };
}
