import type { Place } from '../faults.ts';
import type { ReadContext } from './activityReader.ts';
import { readMarkdown } from './texts.ts';
import { onDisk } from '../package/paths.ts';
import { report } from './context.ts';
import type { Language } from '../../domain/viewer.ts';

/** Danish numbers: for danger to life, and Livslinien, for people with thoughts of suicide. */
const numbers = ['112', '70 201 201'];
const doctor: Record<Language, string> = { da: 'læge', en: 'doctor' };

/** Reads the helplines. A course that lacks one of the numbers does not load. Returns safe HTML. */
export async function readHardMoments(
  context: Omit<ReadContext, 'folder'>,
  name: string,
  namedAt: Place,
): Promise<string> {
  const { reading, language } = context;
  const html = await readMarkdown({ ...context, folder: language }, { name, namedAt });
  const file = onDisk(reading.folder, `${language}/${name}`);
  for (const named of html === '' ? [] : [...numbers, doctor[language]]) {
    if (!html.includes(named))
      report(
        reading,
        { file, line: 1, column: 1 },
        {
          da: `Der står ikke "${named}". Den, der har brug for hjælp nu, skal finde det her.`,
          en: `does not say "${named}"; whoever needs help at once must find it here`,
        },
      );
  }
  return html;
}
