import { unzipSync, zipSync, type Zippable } from 'fflate';
import { isCoursePath } from '../paths.ts';

/** Bytes of all files together, when unpacked. */
const MOST_BYTES = 80 * 1024 * 1024;
const MOST_OF_ONE = 10 * 1024 * 1024;
const MOST_FILES = 2000;

/** Already compressed: doing it again takes seconds and gains nothing. */
const IS_COMPRESSED = /\.(mp4|webm|webp|jpe?g|png|m4a|mp3|ogg)$/i;

type ZipFault = 'not-a-zip' | 'too-large' | 'path' | 'empty';

export type Unzipped = { files: Map<string, Uint8Array> } | { fault: ZipFault; path?: string };

/** A zip of these files. It contains no times, so the same files give the same bytes. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zippable: Zippable = Object.fromEntries(
    [...files].map(([name, content]) => [name, [content, { level: IS_COMPRESSED.test(name) ? 0 : 6 }]]),
  );
  return zipSync(zippable, { mtime: new Date(1980, 0, 1, 12) });
}

/**
 * The files of a course package in a zip, wherever in it the folder with `course.yaml` is. Nothing is unpacked before
 * the zip's list of files has been checked for size and paths, and no file may be larger than listed.
 */
export function unzip(bytes: Uint8Array): Unzipped {
  const listed: { name: string; size: number }[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isRubbish(name)) listed.push({ name, size: originalSize });
        return false;
      },
    });
    const root = rootOf(listed.map(({ name }) => name));
    const fault = faultOf(listed, root);
    if (fault) return fault;
    const unpacked = unzipSync(bytes, { filter: ({ name }) => !isRubbish(name) });
    return { files: new Map(Object.entries(unpacked).map(([name, content]) => [name.slice(root.length), content])) };
  } catch {
    return { fault: 'not-a-zip' };
  }
}

function faultOf(
  listed: readonly { name: string; size: number }[],
  root: string,
): Extract<Unzipped, { fault: ZipFault }> | undefined {
  if (listed.length === 0) return { fault: 'empty' };
  const total = listed.reduce((sum, { size }) => sum + size, 0);
  if (listed.length > MOST_FILES || total > MOST_BYTES || listed.some(({ size }) => size > MOST_OF_ONE))
    return { fault: 'too-large' };
  const wrong = listed.find(({ name }) => !name.startsWith(root) || !isCoursePath(name.slice(root.length)));
  return wrong && { fault: 'path', path: wrong.name.slice(0, 100) };
}

/** Folders, and files that operating systems add. */
function isRubbish(name: string): boolean {
  return name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/.test(name);
}

/** The folder that holds `course.yaml`, with its final `/`; empty for the top. */
function rootOf(names: readonly string[]): string {
  const course = names.find((name) => /^(?:[^/]+\/)?course\.yaml$/.test(name)) ?? '';
  return course.slice(0, course.lastIndexOf('/') + 1);
}
