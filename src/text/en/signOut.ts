import type { signOut as da } from '../da/signOut.ts';

export const signOut: typeof da = {
  button: 'Sign out',
  title: 'You are signed out',
  done: 'Here, and on other devices too. What you saved is still here.',
  sharedTitle: 'Is this not your own computer?',
  shared: 'Sign out of the course as well, and close all tabs. Otherwise the next person can open the course as you.',
  closeTab: 'Close the tab if others will use the computer.',
  again: 'You get back in from your course room.',
  againByLink: 'You get back in with your own link.',
};
