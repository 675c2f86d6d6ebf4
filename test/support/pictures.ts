import { PNG } from 'pngjs';

/** A photograph of 8 x 12, as a camera's program would write it without anything beside it. */
export const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAMAAgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAFxABAAMAAAAAAAAAAAAAAAAAAAESE//EABUBAQEAAAAAAAAAAAAAAAAAAAQF/8QAFhEAAwAAAAAAAAAAAAAAAAAAAAIV/9oADAMBAAIRAxEAPwDE1ElpFeYg6i5//9k=',
  'base64',
);

/** Stands for a position, a name, a date: none of it may be kept. */
export const BESIDE = 'GPS 55.4038 N 10.4024 E Ulla Brandt';

/** The photograph as a phone sends it: held on its side, with EXIF, a comment, and a film after its end. */
export function fromPhone(orientation = 6): Buffer {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(BESIDE)]);
  const parts = [segment(0xe1, exif), segment(0xe2, Buffer.from(`MPF\0${BESIDE}`)), segment(0xfe, Buffer.from(BESIDE))];
  return Buffer.concat([JPEG.subarray(0, 2), ...parts, JPEG.subarray(2), Buffer.from(BESIDE)]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A PNG of this size; of noise it is as large as it can be. */
export function png(width: number, height: number, isNoise = false): Buffer {
  const picture = new PNG({ width, height });
  let noise = 1;
  for (let at = 0; at < picture.data.length; at += 1) {
    noise = (noise * 48_271) % 2_147_483_647;
    picture.data[at] = isNoise ? noise % 256 : 200;
  }
  return PNG.sync.write(picture);
}
