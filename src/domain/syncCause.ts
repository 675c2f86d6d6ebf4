/** Why a score is not there, as far as people need to know. */
export type SyncCause =
  | 'down'
  | 'busy'
  | 'deleted'
  | 'notGradable'
  | 'refused'
  | 'off'
  | 'noColumn'
  | 'noGrades'
  | 'moved'
  | 'tooOld'
  | 'other';

/**
 * The likely cause by the stable code that the delivery of scores keeps. First match counts; a status counts for all
 * services.
 */
const rules: [code: RegExp, cause: SyncCause][] = [
  [/^(timeout|connection|malformed|unexpected|token|token-5\d\d|\w+(-item)?-(5\d\d|30[237]|408|425))$/, 'down'],
  [/-429$|^line-item-busy$/, 'busy'],
  [/^(http|line-item)-(404|410)$/, 'deleted'],
  [/^http-(400|422)$|^not-participant$/, 'notGradable'],
  [/^(http|line-item|token)-(401|403)$|^token-4\d\d$|^address$/, 'refused'],
  [/^platform-/, 'off'],
  [/^(no-column|no-line-item|line-item-\d+)$/, 'noColumn'],
  [/^no-grades$/, 'noGrades'],
  [/^placement-gone$/, 'moved'],
  [/^too-old$/, 'tooOld'],
];

export function syncCauseOf(code: string): SyncCause {
  return rules.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}
