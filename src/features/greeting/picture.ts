import { plainPicture, type PlainPicture } from '../../files/pictures/plain.ts';

/** In bytes: the whole class downloads it on phones. The script sends about a sixth of it. */
const MOST_BYTES = 150 * 1024;
/**
 * Bytes of the chosen file, with all that is beside the picture; a larger one is not even looked at, as made-up parts
 * by the million take seconds.
 */
const MOST_OF_FILE = 1024 * 1024;
/** Pixels on the longer side; it is shown at 72. */
const MOST_PIXELS = 1600;
/** Pixels of the square that the script makes. */
export const SCALED_TO = 288;

export const limitsInWords = { kilobytes: MOST_BYTES / 1024, pixels: MOST_PIXELS };

export type PictureFault = 'none' | 'kind' | 'large';

/** The chosen file in the form in which it is stored, or why it cannot be. */
export function readPicture(file: { bytes: Buffer } | undefined): { picture: PlainPicture } | { fault: PictureFault } {
  if (!file) return { fault: 'none' };
  if (file.bytes.length > MOST_OF_FILE) return { fault: 'large' };
  const picture = plainPicture(file.bytes);
  if (!picture) return { fault: 'kind' };
  const isLarge = picture.bytes.length > MOST_BYTES || Math.max(picture.width, picture.height) > MOST_PIXELS;
  return isLarge ? { fault: 'large' } : { picture };
}
