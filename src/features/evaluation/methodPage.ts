import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

/** How each figure is made, in the shape that `views/evaluation/method.hbs` takes. */
export function methodPage(language: Language, backTo: { href: string; label: string }) {
  const { method } = texts[language].evaluation;
  return { ...method, backTo };
}
