/** Beginnings of words and of phrases that say that someone is in danger, in Danish and English. */
const HARD = [
  'selvmord',
  'selvskade',
  'tag(e|er|et) (mit (eget )?liv|livet af mig)',
  'gøre (en )?ende på (livet|mit liv|det hele)',
  '(ikke|ingen) lyst til at leve',
  'jeg var død',
  'slå mig (selv )?ihjel',
  '(vil|ville|har lyst til at|ønsker at) dø',
  'ikke (leve|være her) (mere|længere)',
  '(skade|skære|cutte?) (i )?mig selv',
  'overdosis',
  'voldtæ',
  'voldtag',
  '(slår|sparker|truer|tæver) mig',
  'misbrug',
  'suicid',
  'self-?harm',
  '(kill|hurt|cut) myself',
  '(end|take) my (own )?life',
  '(no|not) (reason|want) to live',
  'i were dead',
  '(want|wish) to die',
  'overdose',
  'rape',
  '(hits|beats|threatens) me',
];

const pattern = new RegExp(`(?<!\\p{L})(${HARD.join('|')})`, 'iu');

/**
 * Whether a text speaks of danger, so that one person should read it and not a class. A list finds only some such
 * texts, so an instructor still reads everything first.
 */
export function isHard(text: string): boolean {
  return pattern.test(text.normalize('NFKC').replace(/\s+/g, ' '));
}
