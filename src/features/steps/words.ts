import type { SteppedActivity } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import type { FormWords } from '../../forms/faults.ts';
import { texts } from '../../text/texts.ts';

/** What is said around the steps; each kind of activity has its own. */
export const wordsOf = (activity: SteppedActivity, language: Language): FormWords => texts[language][activity.kind];
