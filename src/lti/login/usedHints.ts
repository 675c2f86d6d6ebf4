import type { Request, Response } from 'express';
import type { LoginCookies } from '../cookies.ts';
import { digest } from './transactions.ts';

/** Marks of this many hints, newest last: a person comes back to the pages they opened lately. */
const REMEMBERED = 12;
/** 96 bits: enough to tell one person's hints apart. */
const MARK = 16;

interface Visit {
  request: Request;
  response: Response;
  cookies: LoginCookies;
}

/**
 * Notes in the browser that it takes a hint to its platform, where a platform takes each one once. True the first time,
 * and only then. Someone who tampers with the note meets their platform's error page, and no one else does.
 */
export function useHint({ request, response, cookies }: Visit, hint: { platform: string; text: string }): boolean {
  const mark = digest(JSON.stringify([hint.platform, hint.text])).slice(0, MARK);
  const before = cookies.hints(request);
  if (before.includes(mark)) return false;
  cookies.setHints(response, [...before, mark].slice(-REMEMBERED));
  return true;
}
