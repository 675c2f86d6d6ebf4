import { texts } from '../../text/texts.ts';
import { answersOfNow } from '../../content/instruments/versions.ts';
import { isSurvey } from './activity.ts';
import type { Stepping } from '../engine/index.ts';

export const stepping: Stepping = {
  words: { da: texts.da.survey, en: texts.en.survey },
  // The answers are for research, so every form says who reads them.
  saysWhoReads: 'always',
  drawing: 'survey-done',
  needsAnswers: 'to go on',
  keeps: 'what was asked',
  // Answers to wording or a scale that has changed no longer hold, so those questions are asked again.
  stillHolds: (activity, draft, contentVersion) =>
    isSurvey(activity) ? answersOfNow(draft, activity.instruments, contentVersion) : draft,
};
