import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program that a test starts gets of the environment around the tests. A third of its start is reading sources again. */
export const outside = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'product-compile-cache'),
};
