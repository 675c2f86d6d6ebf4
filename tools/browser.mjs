// The browsers of the tests: those that are there, or Debian's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const chromiums = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const firefoxes = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

function firstOf(/** @type {(string | undefined)[]} */ places) {
  return places.find((place) => place && existsSync(place));
}

/** Path of a Chromium, or undefined. */
export function findBrowser() {
  return firstOf(chromiums);
}
/** Path of a Chromium that has no windows at all, which is what Debian calls its headless shell; or undefined. */
export function findHeadlessBrowser() {
  return firstOf([process.env.HEADLESS_CHROMIUM_PATH, '/usr/bin/chromium-headless-shell']);
}
/** Path of a Firefox, or undefined. */
export function findFirefox() {
  return firstOf(firefoxes);
}

/** WebKit as Debian has it: its driver, a screen for it, and what its window (test/support/engines/window.py) is made of. */
export function hasWebKit() {
  return (
    existsSync('/usr/bin/WebKitWebDriver') &&
    existsSync('/usr/bin/Xvfb') &&
    run('/usr/bin/python3', [
      '-c',
      "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2",
    ])
  );
}

function run(/** @type {string} */ file, /** @type {string[]} */ args) {
  return spawnSync(file, args, { stdio: 'ignore' }).status === 0;
}

/** Debian's packages for each engine. */
const engines = [
  { name: 'Chromium', isHere: () => findBrowser() !== undefined, packages: ['chromium'] },
  {
    name: 'Chromium without windows',
    isHere: () => findHeadlessBrowser() !== undefined,
    packages: ['chromium-headless-shell'],
  },
  { name: 'Firefox', isHere: () => findFirefox() !== undefined, packages: ['firefox-esr'] },
  {
    name: 'WebKit',
    isHere: hasWebKit,
    packages: ['webkit2gtk-driver', 'gir1.2-webkit2-4.1', 'python3-gi', 'xvfb', 'gstreamer1.0-libav'],
  },
];

/**
 * Installs what is missing from Debian's packages, where that can be done without asking. Without Chromium there is no
 * test of a page at all; where only the one with windows can be had, its tests take longer; what runs in Firefox and WebKit
 * is left out where they cannot be had, and says so.
 */
export function ensureBrowser() {
  const missing = engines.filter(({ isHere }) => !isHere());
  if (missing.length === 0) return;
  console.log(`Installing ${missing.map(({ name }) => name).join(', ')} for the browser tests …`);
  const root = process.getuid?.() === 0;
  const apt = (/** @type {string[]} */ args) => (root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]));
  if (apt(['update', '-qq'])) for (const { packages } of missing) apt(['install', '-y', '-qq', ...packages]);
  if (findBrowser()) return;
  console.log('No Chromium found. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run again.');
  process.exit(1);
}
