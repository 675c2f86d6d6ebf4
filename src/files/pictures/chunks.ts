/** The chunks that a PNG needs to be shown; not text, time, EXIF, or an animation's further pictures. */
const pngNeeds = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND']);
const PNG_BEGINS = 8;

/** The picture alone; undefined if it is not whole. What follows its end is left out. */
export function plainPng(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, PNG_BEGINS)];
  for (let at = PNG_BEGINS; at + 12 <= bytes.length;) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    if (pngNeeds.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

/** The chunks that a still WebP needs to be shown. */
const webpNeeds = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']);
const WEBP_BEGINS = 12;
/** The flag for transparency in a VP8X chunk; those for EXIF, XMP, colours and animation are cleared. */
const TRANSPARENT = 0x10;

/** The picture alone; undefined if it is not whole, or not still. */
export function plainWebp(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [];
  const names: string[] = [];
  for (let at = WEBP_BEGINS; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    // Chunks begin at even offsets.
    const end = at + 8 + length + (length % 2);
    if (end > bytes.length) return undefined;
    names.push(name);
    if (webpNeeds.has(name))
      kept.push(name === 'VP8X' ? withoutFlags(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = end;
  }
  if (!names.includes('VP8 ') && !names.includes('VP8L')) return undefined;
  const content = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(content.length + 4, 4);
  return Buffer.concat([head, content]);
}

function withoutFlags(chunk: Buffer): Buffer {
  const changed = Buffer.from(chunk);
  changed[8] = (changed[8] ?? 0) & TRANSPARENT;
  return changed;
}
