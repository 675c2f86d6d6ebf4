/** Markers after 0xFF. */
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP15 = 0xef;
/** Tells how the colours are stored; without it some pictures would be shown in false ones. */
const ADOBE = 0xee;
const COMMENT = 0xfe;

/**
 * A JPEG without metadata: place, time, name, thumbnails, and anything after its end, such as a phone's short film.
 * @param orientation from 1 to 8; kept, or a picture from a phone would lie on its side
 * @returns undefined if it is not whole
 */
export function plainJpeg(bytes: Buffer, orientation = 1): Buffer | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const kept: Buffer[] = [bytes.subarray(0, 2), ...(orientation > 1 ? [held(orientation)] : [])];
  for (let at = 2; at + 2 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === END) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    if (at + 4 > bytes.length) return undefined;
    const header = at + 2 + bytes.readUInt16BE(at + 2);
    const end = marker === SCAN ? endOfScan(bytes, header) : header;
    if (!isBeside(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function isBeside(marker: number): boolean {
  return (marker >= APP0 && marker <= APP15 && marker !== ADOBE) || marker === COMMENT;
}

/** Where the next marker is: within a scan, 0xFF is followed by 0, or by a mark to begin again at. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at += 1;
  }
  return bytes.length;
}

/** EXIF with the orientation alone. */
function held(orientation: number): Buffer {
  const exif = 'ffe10022' + '457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001' + '00010000' + '00000000';
  const bytes = Buffer.from(exif, 'hex');
  bytes.writeUInt16BE(orientation, bytes.indexOf('0000000100010000', 'hex') + 4);
  return bytes;
}
