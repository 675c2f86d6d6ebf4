// The order of the test files: the slowest begin, so that none of them is left alone at the end of a run.
import { globSync } from 'node:fs';

/** From the report of a whole run (tools/reporter.mjs); worth checking every few months. */
const longest = [
  'test/faults/kills.test.ts',
  'test/look/everyPage.test.ts',
  'test/look/gallery.test.ts',
  'test/journeys/wholeCourse.test.ts',
  'test/journeys/handleplan.test.ts',
  'test/journeys/participant.test.ts',
  'test/journeys/survey.test.ts',
  'test/journeys/cookies.test.ts',
  'test/journeys/firefox.test.ts',
  'test/journeys/webKit.test.ts',
  'test/journeys/brief.test.ts',
  'test/journeys/room.test.ts',
  'test/features/evaluation/evaluation.test.ts',
  'test/privacy/wholeLife.test.ts',
  'test/privacy/erasingBeside.test.ts',
  'test/authorisation/matrix.test.ts',
  'test/faults/killedWhileReminding.test.ts',
  'test/faults/killedWhileReporting.test.ts',
  'test/faults/storeTrouble.test.ts',
  'test/faults/canary.test.ts',
];

/** Every test file that the patterns match, and no pattern in `without`. */
export function testFiles(/** @type {string[]} */ patterns, /** @type {string[]} */ without = []) {
  const files = globSync(patterns, { exclude: without }).map((file) => file.replaceAll('\\', '/'));
  const place = (/** @type {string} */ file) => {
    const at = longest.indexOf(file);
    return at === -1 ? longest.length : at;
  };
  return files.sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}
