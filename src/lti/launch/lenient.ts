import { z } from 'zod';
import { identifier } from '../identifier.ts';

/*
 * A launch may be refused only for claims that identity and safety need. Optional claims that cannot be used are left
 * out: PHP platforms write an empty map as `[]`, and others put numbers, objects or lists where text belongs.
 */

/** An optional value: an unusable value counts as none. */
export function optional<Shape extends z.ZodType>(shape: Shape) {
  return shape.optional().catch(undefined);
}

/** An optional claim that is an object; each member is judged separately. */
export function optionalObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return optional(z.object(shape));
}

/** An id; platforms that store ids as numbers may send them as numbers. */
export function idOf(longest: number) {
  return z.union([z.int().transform(String), identifier(longest)]);
}

/** The items of a list that are usable text. */
export function texts(longest: number, most: number) {
  return z
    .array(z.unknown())
    .transform((items) => items.filter((item) => typeof item === 'string' && item.length <= longest).slice(0, most))
    .pipe(z.array(z.string()));
}

/** Scopes are a list; some platforms send them as OAuth does, in one text. */
export const scopes = z.union([
  z.string().transform((text) => text.split(/\s+/).filter((scope) => scope !== '')),
  texts(500, 50),
]);

/** A map of custom parameters, without values that are not text, number or boolean. */
export const customParameters = z.record(z.string(), z.unknown()).transform((map) => {
  const usable = Object.entries(map).filter(
    ([, value]) => (typeof value === 'string' && value.length <= 10_000) || typeof value === 'number',
  );
  return Object.fromEntries(usable.map(([name, value]): [string, string] => [name, String(value)]));
});
