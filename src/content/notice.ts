import type { Notice } from './course.ts';
import type { NoticeFile } from './courseSchema.ts';
import type { Place } from './faults.ts';
import type { ReadContext } from './activityReader.ts';
import { readMarkdown } from './texts.ts';
import { onDisk } from './paths.ts';
import { report } from './reading.ts';
import { activityVersion } from './version.ts';

/**
 * Whom one may complain to: a notice must say it (GDPR article 13, 2 d), and it is a word that only such a text holds, in
 * whichever language. Who wrote something else into the file is told so.
 */
const SUPERVISOR = 'Datatilsynet';

/** Reads the notice of what is kept of people, in one language; nothing where the package has none. */
export async function readNotice(
  context: Omit<ReadContext, 'folder'>,
  entry: NoticeFile | undefined,
  namedAt: Place,
): Promise<{ notice?: Notice }> {
  if (!entry) return {};
  const { file: name, version, date } = entry;
  const { reading, language } = context;
  const html = await readMarkdown({ ...context, folder: language }, { name, namedAt });
  const file = onDisk(reading.folder, `${language}/${name}`);
  if (html !== '' && !html.includes(SUPERVISOR))
    report(reading, { file, line: 1, column: 1 }, `does not say "${SUPERVISOR}"; people must be told whom they may complain to`);
  return { notice: { version, date, wording: activityVersion(html), html } };
}
