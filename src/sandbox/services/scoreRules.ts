import { z } from 'zod';
import { enrolled } from '../course/people.ts';
import type { Grade } from '../course/grades.ts';
import type { LineItem } from '../course/lineItems.ts';

const number = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(Number);

/** A score as sent (AGS 2.0, 3.4.7), read as leniently and as strictly as in Moodle. */
const sentScore = z.object({
  userId: z.union([z.string(), z.number()]).transform(String),
  timestamp: z.string().transform((text, check) => {
    const seconds = secondsOf(text);
    if (seconds === undefined) check.addIssue({ code: 'custom', message: 'not ISO 8601' });
    return seconds ?? 0;
  }),
  activityProgress: z.string().min(1),
  gradingProgress: z.string().min(1),
  scoreGiven: number.optional(),
  scoreMaximum: number.optional(),
  comment: z.string().default(''),
});

const isoTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

/** Whole seconds since 1970 of an ISO 8601 time (UTC if it has no zone); undefined if it is not one. */
function secondsOf(text: string): number | undefined {
  const [, time, , zone = 'Z'] = isoTime.exec(text) ?? [];
  if (time === undefined) return undefined;
  const milliseconds = Date.parse(time + (zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`));
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}

/** The effect of a score on a cell, or the status that refuses it. */
export type Verdict = { kind: 'grade'; grade: Grade } | { kind: 'refused'; status: 400 | 502 };

function inColumn(given: number, maximum: number, item: LineItem): number {
  const scaled = maximum === 0 ? given : (given / maximum) * item.scoreMaximum;
  return Math.min(Math.max(Math.round(scaled * 100_000) / 100_000, 0), item.scoreMaximum);
}

function isGradable(userId: string): boolean {
  return enrolled.some((person) => person.id === userId && person.kind === 'participant');
}

/**
 * Moodle's rules for a score: it is rescaled to the column and limited to its range; anything but FullyGraded, or no
 * score at all, removes the grade; a comment alone gets the platform's own time; only gradable members get a grade; a
 * non-numeric user id makes Moodle's web server answer 502.
 */
export function judgeScore(sent: unknown, item: LineItem, now: number): Verdict {
  const parsed = sentScore.safeParse(sent);
  if (!parsed.success) return { kind: 'refused', status: 400 };
  const { userId, scoreGiven, scoreMaximum, comment, gradingProgress, timestamp } = parsed.data;
  if (!/^\d+$/.test(userId)) return { kind: 'refused', status: 502 };
  if (!isGradable(userId) || (scoreGiven !== undefined && scoreMaximum === undefined)) {
    return { kind: 'refused', status: 400 };
  }
  const graded = gradingProgress === 'FullyGraded' && scoreGiven !== undefined && scoreMaximum !== undefined;
  const commentOnly = scoreGiven === undefined && comment !== '';
  return {
    kind: 'grade',
    grade: {
      lineItem: item.id,
      person: userId,
      score: graded ? inColumn(scoreGiven, scoreMaximum, item) : null,
      comment,
      gradedAt: commentOnly ? Math.floor(now / 1000) : timestamp,
    },
  };
}
