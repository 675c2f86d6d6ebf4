import { createHash, randomBytes } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import { Problem } from '../../../http/problem.ts';
import { fieldIn } from '../../../http/fieldIn.ts';

export interface FormCookie {
  /** The secret that the form carries; sets the cookie it is compared with, if the browser has none. */
  secret(req: Request, res: Response): string;
  /** Whether we showed the form in this browser. @throws {Problem} if the browser keeps no cookies */
  isOurs(req: Request): boolean;
}

const NAME = 'svar-form';

/**
 * Ties a form to the browser it was shown in while nobody has a session: no other site can then put a person into a
 * session with a link that someone else has made. A browser that refuses this cookie would refuse the session's too.
 * Lax cookies are sent when the link is opened from a mail on another site, so a link opened twice has one cookie, but
 * not with another site's form.
 */
export function formCookie(toolUrl: string): FormCookie {
  const attributes = { path: '/svar', httpOnly: true, sameSite: 'lax', secure: toolUrl.startsWith('https:') } as const;
  const valueIn = (req: Request): string => parseCookie(req.headers.cookie ?? '')[NAME] ?? '';
  return {
    secret: (req, res) => {
      const before = valueIn(req);
      if (before !== '') return secretOf(before);
      const value = randomBytes(18).toString('base64url');
      res.append('Set-Cookie', stringifySetCookie({ name: NAME, value, ...attributes }));
      return secretOf(value);
    },
    isOurs: (req) => {
      const value = valueIn(req);
      if (value === '') throw new Problem('cookies-refused');
      return fieldIn(req, '_csrf') === secretOf(value);
    },
  };
}

function secretOf(value: string): string {
  return createHash('sha256').update(`own link form ${value}`).digest('base64url');
}
