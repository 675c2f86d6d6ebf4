export const PLACE = '/redaktion';

export function fileAddress(path: string): string {
  return `${PLACE}/fil?${new URLSearchParams({ sti: path }).toString()}`;
}

/** The page of a file, with a preview of this step beside it. @param step from 1 */
export function fileAtStep(path: string, step: number): string {
  return `${fileAddress(path)}&trin=${step}#siden`;
}

/** @param step from 1 */
export function previewAddress(path: string, step: number): string {
  return `${PLACE}/vis?${new URLSearchParams({ sti: path, trin: String(step) }).toString()}`;
}

/** The page where a file is renamed or removed. */
export function nameAddress(path: string): string {
  return `${PLACE}/navn?${new URLSearchParams({ sti: path }).toString()}`;
}
