import type { RequestHandler } from 'express';
import type { Language } from '../../domain/viewer.ts';
import type { Core } from '../core.ts';
import { queryText, type AnyRequest } from '../services/refuse.ts';
import { readCookie, writeCookie } from './cookies.ts';

const name = 'sandbox_language';

function known(value: string | undefined): Language | undefined {
  return value === 'da' || value === 'en' ? value : undefined;
}

/** Danish, unless another language was chosen. */
export function languageOf(req: AnyRequest): Language {
  return known(queryText(req, 'lang')) ?? known(readCookie(req, name)) ?? 'da';
}

/** Stores a language chosen with `?lang=`. */
export function keepLanguage(core: Core): RequestHandler {
  return (req, res, next) => {
    const chosen = known(queryText(req, 'lang'));
    if (chosen) writeCookie(res, core.addresses, { name, value: chosen });
    next();
  };
}
