import { plainPng, plainWebp } from './chunks.ts';
import { plainJpeg } from './jpeg.ts';
import { sizeOf } from './size.ts';

const kindsOfPicture = ['jpg', 'png', 'webp'] as const;
export type PictureKind = (typeof kindsOfPicture)[number];

export interface PlainPicture {
  kind: PictureKind;
  bytes: Buffer;
  width: number;
  height: number;
}

const without = { jpg: plainJpeg, png: plainPng, webp: plainWebp };

/**
 * A picture without its metadata, such as a camera's place, time and owner. Its type is taken from its content, not its
 * name.
 * @returns undefined if it is of no kind that every browser shows, or not whole
 */
export function plainPicture(bytes: Buffer): PlainPicture | undefined {
  const size = sizeOf(bytes);
  const kind = kindsOfPicture.find((one) => one === size?.type);
  if (!size || !kind) return undefined;
  const plain = without[kind](bytes, size.orientation);
  return plain && { kind, bytes: plain, width: size.width, height: size.height };
}
