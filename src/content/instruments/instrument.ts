/** A set of questions that belong together, with everything that the evaluation needs besides the answers. */
export interface Instrument {
  id: string;
  /** From 1; raised with every change of words, scale or scoring. */
  version: number;
  title: string;
  /** Where it is from; empty if it is the course's own. */
  source: string;
  /** The terms on which it may be used; empty if it is the course's own. */
  licence: string;
  /** Earlier versions whose answers mean the same as this version's. */
  comparableWith: readonly number[];
  /** Ids of its questions, by which answers are stored, in order. */
  questions: readonly string[];
  scores: readonly Score[];
  /**
   * Whether a higher answer to each of its scales is better for the person, so that their change can be told in words.
   */
  goesUp?: boolean;
}

/** A number made from answers to several scales. */
export interface Score {
  id: string;
  label: string;
  items: readonly Item[];
  how: 'sum' | 'mean';
  /** What the sum or mean is multiplied with. */
  factor: number;
  /** How many items may be without an answer; those count as the mean of the others. */
  mayMiss: number;
  /** Whether a higher number is better for the person. */
  better: 'high' | 'low';
  /** From the lowest, without gaps; empty if the number is not divided. */
  bands: readonly Band[];
}

/** A scale question that is part of a score. */
export interface Item {
  question: string;
  low: number;
  high: number;
  /** Counted from the other end. */
  isReversed: boolean;
}

export interface Band {
  id: string;
  label: string;
  /** Both ends belong to it. */
  from: number;
  to: number;
  /** Whether the person is told at once whom they can talk to. */
  offersHelp: boolean;
}
