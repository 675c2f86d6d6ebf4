import type { Notice } from '../course.ts';
import type { NoticeFile } from './courseSchema.ts';
import type { Place } from '../faults.ts';
import type { ReadContext } from './activityReader.ts';
import { readMarkdown } from './texts.ts';
import { onDisk } from '../package/paths.ts';
import { report } from './context.ts';
import { activityVersion } from './version.ts';

/**
 * The supervisory authority for complaints. A notice must name it (GDPR article 13, 2 d), and no other text contains
 * the word, in any language. Anything else in the file is reported as a content error.
 */
const SUPERVISOR = 'Datatilsynet';

/** Reads the privacy notice in one language; returns nothing if the package has none. */
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
    report(
      reading,
      { file, line: 1, column: 1 },
      {
        da: `Der står ikke "${SUPERVISOR}". Folk skal vide, hvem de kan klage til.`,
        en: `does not say "${SUPERVISOR}"; people must be told whom they may complain to`,
      },
    );
  return { notice: { version, date, wording: activityVersion(html), html } };
}
