import { readCaptions } from '../../content/reading/captions.ts';
import { sizeOf } from '../../files/pictures/size.ts';
import { isSafeDrawing } from './drawing.ts';

/** In bytes, because phones download these over slow networks. */
const MOST_BYTES = 1024 * 1024;
const MOST_OF_CAPTIONS = 256 * 1024;
/** Pixels on the longer side: three times the largest width at which a picture is shown. */
const MOST_PIXELS = 2400;

export type MediaFault = 'name' | 'kind' | 'large' | 'wide' | 'broken' | 'script' | 'captions';

/** By file extension: the type that the content must have. */
const pictures: Record<string, string> = { png: 'png', jpg: 'jpg', jpeg: 'jpg', webp: 'webp', svg: 'svg' };

/**
 * Why a file may not be uploaded; undefined if it may be. Its content decides what it is, not its name.
 * @param path as in a package, for example `media/velkommen.webp`
 */
export function mediaFault(path: string, bytes: Buffer): { fault: MediaFault; line?: number } | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  if (ending === 'vtt') return captionsFault(bytes);
  const kind = pictures[ending];
  if (kind === undefined) return { fault: 'kind' };
  if (bytes.length > MOST_BYTES) return { fault: 'large' };
  const size = sizeOf(bytes);
  if (!size) return { fault: 'broken' };
  if (size.type !== kind) return { fault: 'kind' };
  if (Math.max(size.width, size.height) > MOST_PIXELS && kind !== 'svg') return { fault: 'wide' };
  return kind === 'svg' && !isSafeDrawing(bytes.toString('utf8')) ? { fault: 'script' } : undefined;
}

function captionsFault(bytes: Buffer): { fault: MediaFault; line?: number } | undefined {
  if (bytes.length > MOST_OF_CAPTIONS) return { fault: 'large' };
  const [first] = readCaptions(bytes.toString('utf8')).faults;
  return first && { fault: 'captions', line: first.line };
}
