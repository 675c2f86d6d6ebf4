import type { Wave } from '../../domain/surveyDates.ts';
import type { Link } from './disclosure.ts';

/** The times at which the same is asked, in their order. */
export const waves: readonly Wave[] = ['screening', 'foer', 'efter', '3-maaneder'];

export interface Change {
  from: Wave;
  to: Wave;
  /** The figure of it on those who answered both times. */
  link: Exclude<Link, 'screening'>;
}

/** Between which times change is told: on all, and on those who answered both times. */
export const changes: readonly Change[] = [
  { from: 'foer', to: 'efter', link: 'foer>efter' },
  { from: 'efter', to: '3-maaneder', link: 'efter>3-maaneder' },
  { from: 'foer', to: '3-maaneder', link: 'foer>3-maaneder' },
];
