import type { CookieOptions, Request, Response } from 'express';
import { needsPlainCookies } from '../util/webKit.ts';
import { fieldOf } from './fields.ts';

/**
 * Cookies used during login and launch. All are `Partitioned`: a browser that blocks third-party cookies still keeps
 * them in the course's frame (CHIPS). On https they carry the `__Host-` prefix, so that no neighbouring site can set
 * them.
 */
export interface LoginCookies {
  /** Ties a login to this browser. Each login has its own cookie, so that logins in several tabs do not mix. */
  setBinding(response: Response, state: string, value: string): void;
  binding(request: Request, state: string): string;
  clearBinding(response: Response, state: string): void;
  /**
   * Remembers that the browser keeps our cookies there, so that we probe once and not at every launch. Frame and window
   * have separate names: some browsers send in a frame what they stored in a window, but store nothing there.
   */
  setKeeps(response: Response, where: Where): void;
  keeps(request: Request, where: Where): boolean;
  /** Marks of the hints that this browser has already taken to a platform that accepts each hint only once. */
  setHints(response: Response, marks: string[]): void;
  hints(request: Request): string[];
}

export type Where = 'frame' | 'window';

/** Someone may come back to a page with our button for this long. */
const HALF_A_DAY = 12 * 3_600_000;
const HALF_A_YEAR = 180 * 24 * 3_600_000;

function read(request: Request, name: string): string {
  return fieldOf(request.cookies, name);
}

export function createLoginCookies({ toolUrl, lifetime }: { toolUrl: string; lifetime: number }): LoginCookies {
  const prefix = toolUrl.startsWith('https:') ? '__Host-' : '';
  // Plain cookies are `SameSite=None` too, because the platform answers with a form posted from its own site.
  const optionsFor = ({ req }: Response): CookieOptions => {
    const plain = needsPlainCookies(toolUrl, req.headers['user-agent']);
    return { httpOnly: true, sameSite: 'none', path: '/', ...(!plain && { secure: true, partitioned: true }) };
  };
  const bindingName = (state: string): string => `${prefix}lti-${state.slice(0, 16)}`;
  const hintsName = `${prefix}lti-hints`;
  const keepsName = (where: Where): string => `${prefix}lti-${where}-keeps`;
  return {
    setBinding: (response, state, value) =>
      void response.cookie(bindingName(state), value, { ...optionsFor(response), maxAge: lifetime }),
    binding: (request, state) => read(request, bindingName(state)),
    clearBinding: (response, state) =>
      void response.cookie(bindingName(state), '', { ...optionsFor(response), expires: new Date(0) }),
    setKeeps: (response, where) =>
      void response.cookie(keepsName(where), '1', { ...optionsFor(response), maxAge: HALF_A_YEAR }),
    keeps: (request, where) => read(request, keepsName(where)) !== '',
    setHints: (response, marks) =>
      void response.cookie(hintsName, marks.join('.'), { ...optionsFor(response), maxAge: HALF_A_DAY }),
    hints: (request) =>
      read(request, hintsName)
        .split('.')
        .filter((mark) => /^[\w-]{1,50}$/.test(mark)),
  };
}
