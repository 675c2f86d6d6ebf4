import { z } from 'zod';
import { plain } from '../domain/plain.ts';

const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]);

/** The values of a field that was sent once or several times; undefined if any is not text. */
export function valuesIn(value: unknown): string[] | undefined {
  return values.safeParse(value).data;
}

/** The texts among a field's values. */
export function textsIn(value: unknown): string[] {
  return (valuesIn(value) ?? []).map(plain).filter(Boolean);
}

/** The fields of a form. @param body as `express.urlencoded` gives it, or anything else */
export function entriesOf(body: unknown): [string, unknown][] {
  return typeof body === 'object' && body !== null ? Object.entries(body) : [];
}
