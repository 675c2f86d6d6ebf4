import type { ActivityKind } from '../domain/answers.ts';
import type { Language } from '../domain/viewer.ts';

/** A course package as the rest of the program sees it: checked, complete, ready to show. Loaded by `loadCourse`. */
export interface Course {
  id: string;
  title: string;
  /** In course order. */
  modules: Module[];
  /** Hosts that may serve media, for the Content-Security-Policy; the tool itself is always allowed. */
  mediaHosts: string[];
}

export interface Module {
  /** For example `modul-1`. */
  id: string;
  /** 1 and up. */
  number: number;
  title: string;
  /** One plain sentence: what the week is about. */
  summary: string;
  /** In the order they are to be done. */
  activities: Activity[];
}

/** Each kind of activity joins this union. */
export type Activity = PrepActivity | HandleplanActivity;

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
}

export interface PrepActivity extends ActivityBase {
  kind: 'prep';
  steps: PrepStep[];
}

/** A week's plan. What it asks for is the same every week; the package gives the words around it. */
export interface HandleplanActivity extends ActivityBase {
  kind: 'handleplan';
  /** Plans that others might have made. Any of these lists may be empty: an earlier week's is then used. */
  examples: PlanExample[];
  /** Ways to make a plan easier, for someone who is not so sure of it. */
  easier: string[];
  /** Ideas for next time, when the plan did not hold. */
  ideas: { id: string; label: string }[];
}

/** A plan of days, or one of tasks; the other's fields are empty. */
export interface PlanExample {
  title: string;
  what: string;
  howMuch: string;
  when: string;
  /** Days a week, 1 to 7; 0 in a plan of tasks. */
  days: number;
  tasks: string[];
  /** 0 to 10. */
  sure: number;
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
