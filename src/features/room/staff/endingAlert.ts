import { dayOf } from '../../../domain/week.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import { dayInWords } from '../../../text/times.ts';
import type { StaffDeps } from './staffInput.ts';

/**
 * Tells staff that the class's retention has run out and when it is removed, in the shape that `partials/alert.hbs`
 * takes.
 */
export async function endingAlert(
  { privacy, config }: Pick<StaffDeps, 'privacy' | 'config'>,
  { room, language }: Viewer,
): Promise<{ heading: string; message: string } | undefined> {
  const at = await privacy.endingOf(room);
  if (at === undefined) return undefined;
  const { heading, message } = texts[language].room.ending;
  return { heading: heading(dayInWords(dayOf(at), language)), message: message(config.retentionMonths) };
}
