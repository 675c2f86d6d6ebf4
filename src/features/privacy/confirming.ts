import type { Request } from 'express';
import { fieldIn } from '../../http/fieldIn.ts';

/** The checkbox without which nothing is erased; also its id on the page. */
export const CONFIRM = 'bekraeft';

export function isConfirmed(req: Pick<Request, 'body'>): boolean {
  return fieldIn(req, CONFIRM) === 'ja';
}
