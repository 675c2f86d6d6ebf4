import type { ActivityKind, Answers } from '../domain/answers.ts';
import type { Wave } from '../domain/surveyDates.ts';
import type { Language } from '../domain/viewer.ts';
import type { Question } from './questions/kinds.ts';

export type { Option } from './questions/kind.ts';
export type { Question } from './questions/kinds.ts';
export type { OneQuestion } from './questions/one.ts';
export type { ScaleQuestion } from './questions/scale.ts';
export type { TextQuestion } from './questions/text.ts';

/** A course package as the rest of the program sees it: checked, complete, ready to show. Loaded by `loadCourse` of `src/activities`. */
export interface Course {
  id: string;
  title: string;
  /** Whom to call when it is hard, and that nobody reads at once. Safe HTML; stands wherever one writes. */
  hardMoments: string;
  /** What is kept of people, why, and who reads it. Absent where the package does not say. */
  notice?: Notice;
  /** In course order. */
  modules: Module[];
  /** The course book: what one looks up. Absent where the package has none in this language. */
  toolbox?: Toolbox;
  /** Other rhythms in which the same modules may be run; none where the package names none. */
  variants: Variant[];
  /** The surveys of the course, in the order they are to be answered. */
  surveys?: SurveyActivity[];
  /** Hosts that may serve media, for the Content-Security-Policy; the tool itself is always allowed. */
  mediaHosts: string[];
}

/** What people are told of what is kept of them. */
export interface Notice {
  /** 1 and up; with another one it is shown to everyone once more. */
  version: number;
  /** The day this version is from, `YYYY-MM-DD`. */
  date: string;
  /** Hash of the words: tells afterwards what someone was shown, also where the version was not raised. */
  wording: string;
  /** Safe HTML. */
  html: string;
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
interface Variant {
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

/** An activity of a module, or a survey. What more it holds is known to its kind alone (`src/activities`). */
export interface Activity {
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
  /** Of the kinds that are steps of one form each. */
  steps?: Step[];
}

export interface SteppedActivity extends Activity {
  steps: Step[];
}

/** The same questions at different times. Nobody is asked before they have said yes. */
export interface SurveyActivity extends SteppedActivity {
  kind: 'survey';
  wave: Wave;
  /** Id of the question by which one says yes (option `ja`) or no to taking part. */
  consent: string;
}

export interface Step {
  /** Unique in the activity, lower-case ASCII with hyphens. */
  id: string;
  title: string;
  /** Time needed in minutes. */
  minutes: number;
  /** One line to be known before the rest: that a person is made up. */
  note?: string;
  picture?: Picture | undefined;
  video: Video | undefined;
  sound?: Sound | undefined;
  /** Safe HTML made from the package's Markdown (raw HTML in the source is escaped); empty where there is no text. */
  html: string;
  questions: Question[];
  /** The step is there only for one who has answered so. All of them must hold; always there where not given. */
  when?: Condition[];
  /** Version of the instrument that a survey's step asks with; the step's id is the instrument's. */
  instrumentVersion?: number;
  /**
   * What this person has answered to these very questions a short while ago: the step is left out for them, and the
   * answers are sent along. Never in a package; put there for one person.
   */
  known?: Answers;
  /** The way goes on only by what must be answered here: nobody can know yet where it leads. */
  isFork?: boolean;
}

/** That the answer to a question with options is this one. */
export interface Condition {
  question: string;
  is: string;
}

export interface Picture {
  /** A path under `/kursus/`, or an https address on a media host. */
  src: string;
  /** What one sees, in words. */
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
}

/** A course in each of its languages; Danish is always there. */
export type Courses = Record<'da', Course> & Partial<Record<Language, Course>>;
