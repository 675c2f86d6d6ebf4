import type { RequestHandler } from 'express';
import type { Language } from '../../domain/viewer.ts';
import type { Core } from '../core.ts';
import { queryText, type AnyRequest } from '../services/refuse.ts';
import { readCookie, writeCookie } from './cookies.ts';

const name = 'sandbox_language';

const known = (value: string | undefined): Language | undefined =>
  value === 'da' || value === 'en' ? value : undefined;

/** Danish, where nothing else has been chosen. */
export const languageOf = (req: AnyRequest): Language =>
  known(queryText(req, 'lang')) ?? known(readCookie(req, name)) ?? 'da';

/** Keeps a language chosen with `?lang=`. */
export const keepLanguage =
  (core: Core): RequestHandler =>
  (req, res, next) => {
    const chosen = known(queryText(req, 'lang'));
    if (chosen) writeCookie(res, core.addresses, { name, value: chosen });
    next();
  };
