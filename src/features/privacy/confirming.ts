import type { Request } from 'express';

/** The tick without which nothing is erased; also its id on the page. */
export const CONFIRM = 'bekraeft';

export const isConfirmed = ({ body }: Pick<Request, 'body'>): boolean =>
  (body as Record<string, unknown> | undefined)?.[CONFIRM] === 'ja';
