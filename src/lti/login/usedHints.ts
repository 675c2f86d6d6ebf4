import type { Request, Response } from 'express';
import type { LoginCookies } from '../cookies.ts';
import { digest } from './transactions.ts';

/** How many marks are remembered, newest last: people come back to the pages they opened recently. */
const REMEMBERED = 12;
/** 96 bits: enough to tell one person's hints apart. */
const MARK = 16;

interface Visit {
  request: Request;
  response: Response;
  cookies: LoginCookies;
}

/**
 * Records in the browser that it takes a hint to its platform, if that platform accepts each hint only once. True the
 * first time only. Tampering with the record leads only the person who does so to their platform's error page.
 */
export function useHint({ request, response, cookies }: Visit, hint: { platform: string; text: string }): boolean {
  const mark = digest(JSON.stringify([hint.platform, hint.text])).slice(0, MARK);
  const before = cookies.hints(request);
  if (before.includes(mark)) return false;
  cookies.setHints(response, [...before, mark].slice(-REMEMBERED));
  return true;
}
