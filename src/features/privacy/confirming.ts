import type { Request } from 'express';
import { fieldIn } from '../../http/fieldIn.ts';

/** The tick without which nothing is erased; also its id on the page. */
export const CONFIRM = 'bekraeft';

export const isConfirmed = (req: Pick<Request, 'body'>): boolean => fieldIn(req, CONFIRM) === 'ja';
