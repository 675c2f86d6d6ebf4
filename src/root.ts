import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';

/** The folder of the product: that of `views`, `public` and `content`, also for the built program. */
export const root = dirname(findPackageJSON(import.meta.url) ?? '');
