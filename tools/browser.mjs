// The browser of the tests: one that is there, or Debian's, or one from the package registry.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium, or undefined. */
export const findBrowser = () => places.find((place) => place && existsSync(place));

const run = (/** @type {string} */ file, /** @type {string[]} */ args) =>
  spawnSync(file, args, { stdio: 'ignore' }).status === 0;

/** Installs Chromium from Debian's packages where that can be done without asking. */
export const ensureBrowser = () => {
  if (findBrowser()) return;
  console.log('Installing Chromium for the browser tests …');
  const root = process.getuid?.() === 0;
  const apt = (/** @type {string[]} */ args) => (root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]));
  if (apt(['update', '-qq']) && apt(['install', '-y', '-qq', 'chromium']) && findBrowser()) return;
  console.log('No Chromium found. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run again.');
  process.exit(1);
};
