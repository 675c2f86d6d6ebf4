import type { SteppedActivity } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts, type Text } from '../../text/texts.ts';

/** What is said around the steps; each kind of activity has its own. */
export type Words = Text['prep'];

export const wordsOf = (activity: SteppedActivity, language: Language): Words => texts[language][activity.kind];
