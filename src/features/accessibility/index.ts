import { Router } from 'express';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

/**
 * The accessibility statement for everyone, required by Danish law (lov nr. 692 af 8. juni 2018 om tilgængelighed af
 * offentlige organers websteder og mobilapplikationer). It belongs to no room, because its own window has no session.
 */
export function accessibilityPages(): Router {
  const router = Router();
  for (const language of ['da', 'en'] satisfies Language[]) {
    const text = texts[language];
    const { title, path, otherPath } = text.accessibility;
    const model = { language, text, title, languageSwitch: { isLink: true, href: otherPath } };
    router.get(path, (_req, res) => res.render('accessibility/statement', model));
  }
  return router;
}
