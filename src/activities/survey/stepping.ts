import { texts } from '../../text/texts.ts';
import type { Stepping } from '../engine/index.ts';

export const stepping: Stepping = {
  words: { da: texts.da.survey, en: texts.en.survey },
  // One is asked for research: that it is said at every form is what one agrees to.
  saysWhoReads: 'always',
  maySkip: false,
  keeps: 'what was asked',
};
