/** What a platform takes when an instructor chooses activities for a course (Deep Linking 2.0, 4.4.1). */
export interface SelectionTerms {
  /** False where it takes other kinds of content only, and nothing of ours. */
  activities: boolean;
  /** Whether several activities may come at once. */
  several: boolean;
  /** Whether an activity may bring its grade column. */
  columns: boolean;
}

/** A content selection as the one who chooses meets it. */
interface OpenSelection extends SelectionTerms {
  /** Whether it has had its answer; the same answer can be asked for again. */
  answered: boolean;
}

/** One activity to be placed in a course. */
export interface ChosenItem {
  title: string;
  text: string;
  /** Activity id, or a week's (`shares.ts`); empty for the room's front page. */
  activity: string;
  /** AGS `resourceId` of its grade column. */
  resourceId: string;
  /** Name of its picture in `public/images/activities`, without the ending. */
  picture: string;
  /** AGS `tag` of its grade column; empty for an activity that is not graded. */
  tag: string;
  /** Whether its column is told the share that is done on the way, not only the end. */
  progress: boolean;
}

/** What is sent back to the platform. No items: nothing was chosen. */
export interface SelectionAnswer {
  items: ChosenItem[];
  /** For the person, shown by the platform. */
  message?: string;
  /** For the person, where nothing could be chosen. */
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
  /** Undefined: unknown, too old, or someone else's. */
  find(id: string, owner: SelectionOwner): Promise<OpenSelection | undefined>;
  /** One answer to a selection: the same answer again gives the same form, another one gives undefined. */
  answer(id: string, owner: SelectionOwner, answer: SelectionAnswer): Promise<SelectionForm | undefined>;
}
