import type { Language } from '../domain/viewer.ts';

export interface Picture {
  /** A path under `/kursus/`, or an https address on a media host. */
  src: string;
  /** What the picture shows, in words. */
  alt: string;
}

export interface Sound {
  title: string;
  src: string;
  /** MIME type, for example `audio/mpeg`. */
  type: string;
  /** Safe HTML. */
  transcriptHtml: string;
}

export interface Video {
  title: string;
  /** Address of the file: a path under `/kursus/` for a file of the package, or an https address on a media host. */
  src: string;
  /** MIME type, for example `video/mp4`. */
  type: string;
  poster: string;
  captions: { src: string; language: Language; label: string };
  /** Safe HTML. */
  transcriptHtml: string;
  /** Length in seconds. */
  seconds: number;
  /** It begins without sound; a button turns its voice on. */
  hasOptionalVoice: boolean;
  /** Where it stops once, and what it asks then. */
  pause?: { at: number; ask: string } | undefined;
}
