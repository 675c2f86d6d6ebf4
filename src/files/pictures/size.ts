import { imageSize } from 'image-size';

export interface PictureSize {
  /** What the content says that it is: `jpg`, `png`, `webp`, `svg` and others. */
  type?: string;
  width: number;
  height: number;
  /** From 1 to 8: how a camera was held. */
  orientation?: number;
}

/** Undefined if it is no picture that anyone could show. */
export function sizeOf(bytes: Buffer): PictureSize | undefined {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}
