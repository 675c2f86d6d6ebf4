import type { Language } from '../../domain/viewer.ts';

const NAME = '[a-z0-9]+(?:[-_.][a-z0-9]+)*';

const inFolders = new RegExp(`^(?:(?:da|en)/(?:${NAME}/){0,2}${NAME}\\.(?:yaml|md)|course\\.yaml)$`);
const inMedia = new RegExp(`^media/(?:${NAME}/){0,2}${NAME}\\.(svg|png|jpg|jpeg|webp|avif|vtt|mp4|webm|mp3|m4a|ogg)$`);

/**
 * Whether a file of a package may have this path: it contains neither `..` nor a leading `/`, so it stays in the
 * package.
 */
export function isCoursePath(path: string): boolean {
  return path.length <= 200 && (inFolders.test(path) || inMedia.test(path));
}

/** Whether the file is written in the editor, rather than uploaded. */
export function isText(path: string): boolean {
  return /\.(?:yaml|md|vtt)$/.test(path);
}

/** A valid file name made from any words. */
export function nameOf(words: string): string {
  const plain = words.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
  const written = plain
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9.]+/g, '-');
  return written.replace(/-*\.-*/g, '.').replace(/^[-.]+|[-.]+$/g, '');
}

export function withoutLanguage(path: string): string {
  return path.replace(/^(?:da|en)\//, '');
}

export function inLanguage(path: string, language: Language): string {
  return `${language}/${path}`;
}
