import type { Language } from '../domain/viewer.ts';
import * as da from './da/index.ts';
import * as en from './en/index.ts';

/** Every sentence of the interface. A sentence that one language lacks is a compile error. */
export type Text = typeof da;

export const texts: Record<Language, Text> = { da, en };
