import type { Misbehaviour } from '../misbehaviour.ts';

/**
 * Platform storage (Platform Storage 1.0): the page around the tool's frame stores values for it, see
 * `public/sandbox/storage.js`. Moodle 4.5 does not offer it, so the sandbox does so only if a test asks for it.
 */
export function storageTarget(misbehave: Misbehaviour): Record<string, string> {
  return misbehave.storage ? { lti_storage_target: '_parent' } : {};
}
