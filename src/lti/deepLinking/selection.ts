/** What a platform accepts when an instructor chooses activities for a course (Deep Linking 2.0, 4.4.1). */
export interface SelectionTerms {
  /** False if it accepts only other kinds of content, and nothing of ours. */
  activities: boolean;
  /** Whether several activities may be sent at once. */
  several: boolean;
  /** Whether an activity may bring its grade column. */
  columns: boolean;
}

/** A content selection as its owner sees it. */
interface OpenSelection extends SelectionTerms {
  /** Whether it has been answered; the same answer can be asked for again. */
  answered: boolean;
}

/** One activity to be placed in a course. */
export interface ChosenItem {
  title: string;
  text: string;
  /** Activity id, or a week's (`courseParts.ts`); empty for the room's front page. */
  activity: string;
  /** AGS `resourceId` of its grade column. */
  resourceId: string;
  /** Name of its picture in `public/images/activities`, without the ending. */
  picture: string;
  /** AGS `tag` of its grade column; empty for an activity that is not graded. */
  tag: string;
  /** Whether its column receives partial progress, and not only completion. */
  progress: boolean;
}

/** What is sent back to the platform. Without items, nothing was chosen. */
export interface SelectionAnswer {
  items: ChosenItem[];
  /** Shown to the person by the platform. */
  message?: string;
  /** Shown to the person if nothing could be chosen. */
  error?: string;
  /** For the platform's log, in English. */
  log?: string;
}

/** Whose selection it is: only this person, in this course, may see and answer it. */
export interface SelectionOwner {
  platform: string;
  deployment: string;
  context: string;
  subject: string;
}

/** A form that a browser posts to the platform. */
export interface SelectionForm {
  address: string;
  fields: { name: string; value: string }[];
}

/** Content selections under way. */
export interface Selections {
  /** Undefined if it is unknown, too old, or someone else's. */
  find(id: string, owner: SelectionOwner): Promise<OpenSelection | undefined>;
  /** Answers a selection. Repeating the same answer returns the same form; a different answer returns undefined. */
  answer(id: string, owner: SelectionOwner, answer: SelectionAnswer): Promise<SelectionForm | undefined>;
}
