import type { passkeys as danish } from '../da/passkeys.ts';

export const passkeys: typeof danish = {
  title: 'Passkeys',
  intro:
    'A passkey lets you in without a new link. Your phone or computer asks for your finger, your face or your code.',
  back: 'To the overview',
  unable: 'Your browser cannot make a passkey here. Ask for a new link the next time you come.',
  name: 'What is the passkey called?',
  nameHint: 'For example Mette’s phone, so that you know it again.',
  make: 'Make a passkey',
  failed: 'That did not work. Try again, or ask for a new link.',
  made: 'The passkey works now.',
  removed: 'The passkey is gone.',
  list: 'Passkeys that work',
  ends: 'If you remove a passkey, the visits that it opened are over.',
  none: 'There are none yet.',
  madeAt: (day) => `Made ${day}`,
  usedAt: (day) => `Used ${day}`,
  unused: 'Not used yet',
  remove: 'Remove',
  signIn: 'Sign in with your passkey',
  refused: 'The passkey does not work here. Try again, or ask for a new link.',
  faults: {
    name: 'Give the passkey a name.',
    refused: 'The passkey was not kept. Try again.',
  },
};
