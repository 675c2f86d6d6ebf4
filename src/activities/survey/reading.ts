import type { FilesRead, ReadContext } from '../../content/reading/activityReader.ts';

export interface SurveyReading {
  context: Omit<ReadContext, 'folder'>;
  files: FilesRead;
  /** What has been read already: surveys share their consent and their instruments. */
  parts: Map<string, unknown>;
}
