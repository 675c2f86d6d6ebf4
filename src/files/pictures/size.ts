import { imageSize } from 'image-size';

export interface PictureSize {
  /** The type according to the content: `jpg`, `png`, `webp`, `svg` and others. */
  type?: string;
  width: number;
  height: number;
  /** From 1 to 8: how a camera was held. */
  orientation?: number;
}

/** Undefined if it is no picture that can be shown. */
export function sizeOf(bytes: Buffer): PictureSize | undefined {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}
