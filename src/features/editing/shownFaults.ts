import type { Fault } from '../../content/faults.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { fileAddress } from './addresses.ts';
import { nameInFull, type Titles } from './names.ts';

/** Faults as links to their files, in the form that `views/partials/editing/faults.hbs` takes. */
export function shownFaults(faults: readonly Fault[], titles: Titles, language: Language) {
  return faults.map(({ file, line, message }) => ({
    href: fileAddress(file),
    name: nameInFull(file, titles, language),
    label: texts[language].editing.file.line(line),
    message: message[language],
  }));
}
