import { texts } from '../../text/texts.ts';
import { answersOfNow } from '../../content/instruments/versions.ts';
import { isSurvey } from './activity.ts';
import type { Stepping } from '../engine/index.ts';

export const stepping: Stepping = {
  words: { da: texts.da.survey, en: texts.en.survey },
  // The answers are for research, and people have agreed that every form says so.
  saysWhoReads: 'always',
  drawing: 'survey-done',
  needsAnswers: 'to go on',
  keeps: 'what was asked',
  // What someone answered to other words, or on another scale, is asked once more.
  stillHolds: (activity, draft, contentVersion) =>
    isSurvey(activity) ? answersOfNow(draft, activity.instruments, contentVersion) : draft,
};
