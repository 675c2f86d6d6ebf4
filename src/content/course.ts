import type { ActivityKind, Answers } from '../domain/answers.ts';
import type { Wave } from '../domain/surveyDates.ts';
import type { Language } from '../domain/viewer.ts';
import type { Instrument, Score } from './instruments/instrument.ts';
import type { Question } from './questions/kinds.ts';
import type { Picture, Sound, Video } from './media.ts';

export type { Option } from './questions/kind.ts';
export type { Question } from './questions/kinds.ts';
export type { OneQuestion } from './questions/one.ts';
export type { TextQuestion } from './questions/text.ts';

/**
 * A course package as the rest of the program sees it: checked, complete and ready to show. `loadCourse` in
 * `src/activities` loads it.
 */
export interface Course {
  id: string;
  title: string;
  /** Helplines, and a note that nobody reads the answers at once. Safe HTML; shown beside free-text fields. */
  hardMoments: string;
  /** What personal data is stored, why, and who reads it. Absent if the package does not say. */
  notice?: Notice;
  /** In course order, for one rhythm: one module a week, unless the course comes from `inRhythm`. */
  modules: Module[];
  /** The modules that only other rhythms have. Answers given there are kept, and found by their activity's id. */
  elsewhere?: Module[];
  /** Ids of the modules if each has a week of its own; those of `modules` if left out. */
  weekly?: string[];
  /** The course book, for looking things up. Absent if the package has none in this language. */
  toolbox?: Toolbox;
  /** What instructors do at each webinar. Absent if the package has none in this language. */
  runningSheets?: RunningSheets;
  /** Other schedules for the same modules; empty if the package names none. */
  variants: Variant[];
  /** The surveys of the course, in the order they are to be answered. */
  surveys?: SurveyActivity[];
  /** Hosts that may serve media, for the Content-Security-Policy; the tool itself is always allowed. */
  mediaHosts: string[];
}

/** The privacy notice. */
export interface Notice {
  /** From 1; a new number shows the notice to everyone again. */
  version: number;
  /** The day this version is from, `YYYY-MM-DD`. */
  date: string;
  /** Hash of the text, which tells afterwards what someone was shown even if the version was not raised. */
  wording: string;
  /** Safe HTML. */
  html: string;
}

export interface Toolbox {
  title: string;
  intro: string;
  /** In display order. */
  tools: Tool[];
}

/** A tool as a page. Every `html` is safe HTML made from the package's Markdown. */
export interface Tool {
  /** Lower-case ASCII with hyphens; the target of links `vaerktoej:<id>`. */
  id: string;
  title: string;
  /** One or two plain sentences: what it helps with. */
  summary: string;
  what: { html: string };
  /** When to use it: one half sentence each. */
  when: string[];
  /** How to do it, in order. */
  steps: { html: string }[];
  example: { html: string };
  /** What to do when it does not work. */
  stuck?: { html: string };
  /** A sheet to fill in on paper: what is asked, and how many lines there are to write on. */
  sheet: { ask: string; lines: number }[];
  tryNow: { html: string };
  /** Ids of related tools. */
  related: string[];
  /** Ids of the modules that use it. */
  usedIn: string[];
  /** What people search for that is not in the text. */
  keywords: string[];
  /** All its words, for the search. */
  words: string;
}

/** Safe HTML made from the package's Markdown. */
interface Html {
  html: string;
}

interface TitledText extends Html {
  title: string;
}

/** For instructors only: a sheet for each module's webinar, and a guide for all of them. */
export interface RunningSheets {
  guide: InstructorGuide;
  /** In course order. */
  sheets: RunningSheet[];
}

/** A webinar minute by minute. */
export interface RunningSheet {
  /** Id of the module. */
  module: string;
  /** What the class has when the hour is over: one sentence. */
  aim: string;
  /** What to have ready: half a sentence each. */
  ready: string[];
  parts: SheetPart[];
  /** What to do with no answers, a few and many. */
  answers: { none: Html; few: Html; many: Html };
  /** What may go wrong this time. */
  watch: Html;
}

interface SheetPart extends TitledText {
  minutes: number;
  /** Set for the part about plans that did not work out, which may take five minutes at most. */
  isStuckPlans: boolean;
}

export interface InstructorGuide {
  title: string;
  intro: string;
  /** How to lead a conversation in writing. */
  chat: TitledText;
  hard: TitledText & {
    /** What to do when somebody writes something hard, in order. */
    order: Html[];
    /** Words that are ready to send. */
    replies: { when: string; say: string }[];
  };
  care: TitledText;
  /** The tools' names in the pilot and here. */
  names: TitledText & { pairs: { pilot: string; here: string }[] };
}

/** Modules in course order, some of them perhaps in the same week, or of this rhythm alone. */
interface Variant {
  /** For example `syv-uger`. */
  id: string;
  title: string;
  /** False: only the rooms that have it keep it. */
  offered?: boolean;
  /** Module ids, week by week. */
  weeks: string[][];
}

export interface Module {
  /** For example `modul-1`. */
  id: string;
  /** From 1. */
  number: number;
  title: string;
  /** One plain sentence: the topic of the week. */
  summary: string;
  /** What a case worker may ask about in this week. */
  askAbout?: string[];
  /** Set if the text is in another language than the course, because the package has the module only in Danish. */
  language?: Language;
  /** In the order in which they are done. */
  activities: Activity[];
  /** Optional reading beside the activities. Nothing of it is saved. */
  extra?: Extra;
}

/** A page to read, with exercises to do on paper or in the head. */
export interface Extra {
  /** Unique among the files of the course, lower-case ASCII with hyphens. */
  id: string;
  title: string;
  intro: string;
  parts: ExtraPart[];
  /** Ids of the tools to read on in. */
  pages: string[];
}

export interface ExtraPart {
  id: string;
  title: string;
  /** To read it and to do what it says. */
  minutes: number;
  /** Safe HTML. */
  html: string;
  words: number;
  /** A calm exercise: read aloud slowly, with a pause after each paragraph. */
  isSlow?: boolean;
  /** The text is heavy, so the page shows helplines. */
  isHeavy?: boolean;
}

/** An activity of a module, or a survey. Only its kind knows what else it contains (`src/activities`). */
export interface Activity {
  /** Lower-case ASCII with hyphens, as in the custom parameter `activity` (contract). */
  id: string;
  kind: ActivityKind;
  title: string;
  intro: string;
  /** Total time needed, in minutes. */
  minutes: number;
  /** Hash of the activity's content: changes whenever the content does. */
  version: string;
  /** As for a module. */
  language?: Language;
  /** For kinds that consist of steps with one form each. */
  steps?: Step[];
}

export interface SteppedActivity extends Activity {
  steps: Step[];
}

/** The same questions at different times. Nobody is asked before they have consented. */
export interface SurveyActivity extends SteppedActivity {
  kind: 'survey';
  wave: Wave;
  /** Id of the consent question; the option `ja` means yes. */
  consent: string;
  /** Id of the question whether a researcher may have the single answers, without a name; absent if it is not asked. */
  share?: string;
  /** What it asks, in order. */
  instruments: Instrument[];
  /** Ids of known instruments that it leaves out, because the package does not have their wording. */
  withoutWording: string[];
}

export interface Step {
  /** Unique in the activity, lower-case ASCII with hyphens. */
  id: string;
  /** Ids of steps that are now part of this one: people who left off there continue here. */
  holds?: string[];
  title: string;
  /** Time needed in minutes. */
  minutes: number;
  /** A line to read before the rest: that a person is made up. */
  note?: string;
  picture?: Picture | undefined;
  /** One of the interface's drawings, for the step's theme: a file of public/images/drawings. */
  drawing?: string | undefined;
  video: Video | undefined;
  sound?: Sound | undefined;
  /** Safe HTML made from the package's Markdown (raw HTML in the source is escaped); empty if there is no text. */
  html: string;
  questions: Question[];
  /**
   * Consequences of an earlier answer (the key is part of every version's hash): the one whose conditions are met is
   * shown first, under its own title.
   */
  openings?: Consequence[];
  /** The step exists only for people whose answers meet all of these conditions; without conditions, for everyone. */
  when?: Condition[];
  /**
   * This person's recent answers to exactly these questions: the step is left out for them, and the answers are
   * included when they send. Never part of a package; added for one person.
   */
  known?: Answers;
  /** The text is heavy, so the page shows helplines. */
  isHeavy?: boolean;
  /**
   * The step is shown on the page of the step before it. It stays in the list so that later steps keep their addresses.
   */
  goesOn?: boolean;
  /** The person must answer the required questions to go on, because the answers decide which step comes next. */
  isFork?: boolean;
}

export interface Consequence extends Pick<Step, 'title' | 'picture' | 'sound' | 'video' | 'html' | 'isHeavy'> {
  when: Condition[];
}

/** The answer to a question with options must be this option, or a score must be in a certain band. */
export type Condition = { question: string; is: string } | { score: Score; band: string };

/** A course in each of its languages; Danish is always there. */
export type Courses = Record<'da', Course> & Partial<Record<Language, Course>>;
