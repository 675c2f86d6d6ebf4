import { texts } from '../../text/texts.ts';
import type { Stepping } from '../engine/index.ts';

export const stepping: Stepping = {
  words: { da: texts.da.survey, en: texts.en.survey },
  // The answers are for research, and people have agreed that every form says so.
  saysWhoReads: 'always',
  drawing: 'survey-done',
  needsAnswers: 'to go on',
  keeps: 'what was asked',
};
