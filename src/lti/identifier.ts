import { z } from 'zod';

/**
 * An id given by another system: opaque, but valid text. Control characters and unpaired surrogates occur in no real
 * id, and the store cannot index them.
 * @param longest characters
 */
export function identifier(longest: number) {
  return z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u);
}
