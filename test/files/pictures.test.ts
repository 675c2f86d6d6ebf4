import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { plainPicture } from '../../src/files/pictures/plain.ts';
import { sizeOf } from '../../src/files/pictures/size.ts';
import { BESIDE, fromPhone, JPEG, png } from '../support/pictures.ts';

const media = join(import.meta.dirname, '../../content/taettere-paa-job/media');

/** A PNG with a chunk of text before its end, and something after it. */
function writtenOn(plain: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + BESIDE.length);
  chunk.writeUInt32BE(BESIDE.length, 0);
  chunk.write(`tEXt${BESIDE}`, 4, 'latin1');
  return Buffer.concat([plain.subarray(0, -12), chunk, plain.subarray(-12), Buffer.from(BESIDE)]);
}

/** A WebP in its extended form, which says that it has EXIF, and has it. */
function extended(plain: Buffer): Buffer {
  const vp8x = Buffer.concat([
    Buffer.from('VP8X\x0a\0\0\0', 'latin1'),
    Buffer.from([0x3e, 0, 0, 0, 63, 0, 0, 63, 0, 0]),
  ]);
  const exif = Buffer.concat([Buffer.from('EXIF\0\0\0\0', 'latin1'), Buffer.from(BESIDE.padEnd(36))]);
  exif.writeUInt32LE(36, 4);
  const whole = Buffer.concat([plain.subarray(0, 12), vp8x, plain.subarray(12), exif]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

describe('a picture that someone sends', () => {
  it('is what its content says, without what a camera noted beside it', () => {
    const webp = readFileSync(join(media, 'velkommen.webp'));
    const sent = { jpg: fromPhone(), png: writtenOn(png(20, 10)), webp: extended(webp) };
    for (const [kind, bytes] of Object.entries(sent)) {
      expect(bytes.includes(BESIDE), kind).to.equal(true);
      const plain = plainPicture(bytes);
      expect(plain?.kind).to.equal(kind);
      for (const word of ['GPS', 'Ulla', 'MPF', 'tEXt', 'EXIF'])
        expect(plain?.bytes.includes(word), `${kind} ${word}`).to.equal(false);
      expect(sizeOf(plain?.bytes ?? Buffer.alloc(0))?.type).to.equal(kind);
    }
    // Not a byte of the picture itself is another: all of its parts but the camera's are there.
    expect(plainPicture(fromPhone(1))?.bytes.equals(Buffer.concat([JPEG.subarray(0, 2), JPEG.subarray(20)]))).to.equal(
      true,
    );
    expect(plainPicture(writtenOn(png(20, 10)))?.bytes.equals(png(20, 10))).to.equal(true);
  });

  it('is turned as the camera was held', () => {
    for (const orientation of [3, 6, 8]) {
      const plain = plainPicture(fromPhone(orientation));
      expect(sizeOf(plain?.bytes ?? Buffer.alloc(0))?.orientation).to.equal(orientation);
    }
  });

  it('is refused where it is no picture, of another kind, or not whole', () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>');
    const refused = [Buffer.alloc(0), Buffer.from('GIF89a\x01\0\x01\0'), drawing, Buffer.from('MZ'.padEnd(300, 'x'))];
    for (const bytes of refused) expect(plainPicture(bytes)).to.equal(undefined);
    for (const whole of [fromPhone(), png(20, 10)])
      for (let length = 0; length < whole.length - BESIDE.length - 1; length += 7)
        plainPicture(whole.subarray(0, length));
    expect(plainPicture(JPEG.subarray(0, -2))).to.equal(undefined);
    expect(plainPicture(png(20, 10).subarray(0, -12))).to.equal(undefined);
  });
});
