import type { CourseRoom } from '../../../src/sandbox/sandbox.ts';

/** What was written in one field, as far as its writer knows. */
interface Written {
  /** The page that shows it, below the activity. */
  step: string;
  /** The last that the product said it had saved. */
  acknowledged: string;
  /** What was sent after that and not answered: each of them may be what is stored, or none. */
  unanswered: string[];
}

/** One person's way through one activity, kept outside the product: what it has promised, and what it may have done. */
export interface Journey {
  course: CourseRoom;
  person: string;
  fields: Map<string, Written>;
  /** Sendings that were begun, and those that the product said it had taken. */
  sendings: { begun: number; acknowledged: number };
  /** Answers that said "saved". */
  promises: number;
}

export function newJourney(course: CourseRoom, person: string): Journey {
  return {
    course,
    person,
    fields: new Map(),
    sendings: { begun: 0, acknowledged: 0 },
    promises: 0,
  };
}

export function noteSent(journey: Journey, step: string, texts: Record<string, string>): void {
  for (const [name, text] of Object.entries(texts)) {
    const written = journey.fields.get(name) ?? { step, acknowledged: '', unanswered: [] };
    journey.fields.set(name, { ...written, unanswered: [...written.unanswered, text] });
  }
}

export function noteAcknowledged(journey: Journey, texts: Record<string, string>): void {
  journey.promises += 1;
  for (const [name, text] of Object.entries(texts)) {
    const written = journey.fields.get(name);
    if (written) journey.fields.set(name, { ...written, acknowledged: text, unanswered: [] });
  }
}

/** How often the product has said that something is saved. */
export function promised(journeys: Journey[]): number {
  return journeys.reduce((sum, { promises }) => sum + promises, 0);
}
