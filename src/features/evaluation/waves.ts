import type { Wave } from '../../domain/surveyDates.ts';
import type { Link } from './disclosure/disclosure.ts';

/** The waves of the surveys, in their order. */
export const waves: readonly Wave[] = ['screening', 'foer', 'efter', '3-maaneder'];

export interface WaveChange {
  from: Wave;
  to: Wave;
  /** The corresponding figure for people who answered both times. */
  link: Exclude<Link, 'screening'>;
}

/** The waves between which change is shown, for everyone and for people who answered both times. */
export const changes: readonly WaveChange[] = [
  { from: 'foer', to: 'efter', link: 'foer>efter' },
  { from: 'efter', to: '3-maaneder', link: 'efter>3-maaneder' },
  { from: 'foer', to: '3-maaneder', link: 'foer>3-maaneder' },
];
