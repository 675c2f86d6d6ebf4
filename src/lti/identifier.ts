import { z } from 'zod';

/**
 * An id that another system has given: opaque, but a text that one can write. Control characters and halves of surrogate
 * pairs are in no real one, and no index of the store holds them.
 * @param longest characters
 */
export function identifier(longest: number) {
  return z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u);
}
