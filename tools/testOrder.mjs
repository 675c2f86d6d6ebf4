// The order of the test files: the slowest begin, so that none of them is left alone at the end of a run.
import { globSync } from 'node:fs';

/** From the report of a whole run (tools/reporter.mjs); worth checking every few months. */
const longest = [
  'test/processes/restarts.test.ts',
  'test/processes/manyProcesses.test.ts',
  'test/faults/kills.test.ts',
  'test/journeys/survey.test.ts',
  'test/journeys/brief.test.ts',
  'test/journeys/editing.test.ts',
  'test/sandbox/browser.test.ts',
  'test/look/everyPage.test.ts',
  'test/look/gallery.test.ts',
  'test/journeys/firefox.test.ts',
  'test/journeys/webKit.test.ts',
  'test/journeys/handleplan.test.ts',
  'test/journeys/participant.test.ts',
  'test/journeys/administration.test.ts',
  'test/journeys/toolbox.test.ts',
  'test/journeys/frame.test.ts',
  'test/look/autosave.test.ts',
  'test/faults/overload.test.ts',
  'test/journeys/gradeSync.test.ts',
  'test/journeys/deepLinking.test.ts',
  'test/journeys/video.test.ts',
  'test/journeys/wholeClass.test.ts',
  'test/journeys/wholeWindow.test.ts',
  'test/journeys/cookies.test.ts',
  'test/journeys/wholeCourse.test.ts',
  'test/journeys/everyGrade.test.ts',
  'test/journeys/combinedScores.test.ts',
  'test/privacy/wholeLife.test.ts',
  'test/authorisation/matrix.test.ts',
  'test/store/upkeep/migrate.test.ts',
  'test/store/backup/backup.test.ts',
  'test/faults/everyForm.test.ts',
  'test/faults/storeTrouble.test.ts',
  'test/faults/stops.test.ts',
  'test/faults/canary.test.ts',
  'test/features/editing/pages.test.ts',
  'test/store/mongo/outage.test.ts',
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
