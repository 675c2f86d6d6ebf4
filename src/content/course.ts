import type { ActivityKind } from '../domain/answers.ts';
import type { Language } from '../domain/viewer.ts';

/** A course package as the rest of the program sees it: checked, complete, ready to show. Loaded by `loadCourse`. */
export interface Course {
  id: string;
  title: string;
  /** In course order. */
  modules: Module[];
  /** The course book: what one looks up. Absent where the package has none in this language. */
  toolbox?: Toolbox;
  /** Other rhythms in which the same modules may be run; none where the package names none. */
  variants: Variant[];
  /** Hosts that may serve media, for the Content-Security-Policy; the tool itself is always allowed. */
  mediaHosts: string[];
}

export interface Toolbox {
  title: string;
  intro: string;
  /** In the order in which they are shown. */
  tools: Tool[];
}

/** One tool as a page. Every `html` is safe HTML made from the package's Markdown. */
export interface Tool {
  /** Lower-case ASCII with hyphens; the target of links `vaerktoej:<id>`. */
  id: string;
  title: string;
  /** One plain sentence or two: what it helps with. */
  summary: string;
  what: { html: string };
  /** When to use it: half sentences, one each. */
  when: string[];
  /** How, in order. */
  steps: { html: string }[];
  example: { html: string };
  tryNow: { html: string };
  /** Ids of tools that go well with it. */
  related: string[];
  /** All its words, for the search. */
  words: string;
}

/** Every module once and in course order, some of them in the same week. */
export interface Variant {
  /** For example `syv-uger`. */
  id: string;
  title: string;
  /** Module ids, week by week. */
  weeks: string[][];
}

export interface Module {
  /** For example `modul-1`. */
  id: string;
  /** 1 and up. */
  number: number;
  title: string;
  /** One plain sentence: what the week is about. */
  summary: string;
  /** Set where the words are in another language than the course: the package has the module in Danish alone. */
  language?: Language;
  /** In the order they are to be done. */
  activities: Activity[];
}

/** One kind so far; each new kind joins this union. */
export type Activity = PrepActivity;

interface ActivityBase {
  /** Lower-case ASCII with hyphens, as in the custom parameter `activity` (contract). */
  id: string;
  kind: ActivityKind;
  title: string;
  intro: string;
  /** Time needed in minutes, all steps together. */
  minutes: number;
  /** Hash of the activity's content: changes when the content does. */
  version: string;
  /** As for its module. */
  language?: Language;
}

export interface PrepActivity extends ActivityBase {
  kind: 'prep';
  steps: PrepStep[];
}

export interface PrepStep {
  /** Unique in the activity, lower-case ASCII with hyphens. */
  id: string;
  title: string;
  /** Time needed in minutes. */
  minutes: number;
  video: Video | undefined;
  /** Safe HTML made from the package's Markdown (raw HTML in the source is escaped); empty where there is no text. */
  html: string;
  questions: Question[];
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
}

interface QuestionBase {
  /** Unique in the activity, lower-case ASCII with hyphens. */
  id: string;
  ask: string;
  /** Help shown under the question; empty where there is none. */
  hint: string;
  /** Whether the activity can be sent without an answer. */
  required: boolean;
}

export interface TextQuestion extends QuestionBase {
  kind: 'text';
  /** Longest answer in characters. */
  maxLength: number;
}

/** One of several, or several of several. */
export interface ChoiceQuestion extends QuestionBase {
  kind: 'one' | 'many';
  options: { id: string; label: string }[];
}

/** 1 to 5, each with its words. The answer is the option's id, '1' to '5'. */
export interface ScaleQuestion extends QuestionBase {
  kind: 'scale';
  options: { id: string; label: string }[];
}

export type Question = TextQuestion | ChoiceQuestion | ScaleQuestion;

/** A course in each of its languages; Danish is always there. */
export type Courses = Record<'da', Course> & Partial<Record<Language, Course>>;
