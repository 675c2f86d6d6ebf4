// The browsers for the tests: installed ones, or Debian's.
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
/** Path of a Chromium without any windows, which Debian calls its headless shell; or undefined. */
export function findHeadlessBrowser() {
  return firstOf([process.env.HEADLESS_CHROMIUM_PATH, '/usr/bin/chromium-headless-shell']);
}
/** Path of a Firefox, or undefined. */
export function findFirefox() {
  return firstOf(firefoxes);
}

/**
 * Whether Debian's WebKit is there: its driver, a screen for it, and what its window needs
 * (test/support/engines/window.py).
 */
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
 * Installs missing browsers from Debian's packages, if that is possible without a prompt. Without Chromium no page can
 * be tested; if only the Chromium with windows is available, its tests take longer; tests in Firefox and WebKit are
 * skipped without these, and say so.
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
