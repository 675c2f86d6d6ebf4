import { Router } from 'express';
import { languageOf } from '../../http/showProblem.ts';
import { texts } from '../../text/texts.ts';

/** `/`: tells people who arrive without a course room where to go; newcomers find the sandbox. */
export function frontDoor({ sandboxUrl }: { sandboxUrl: string | undefined }): Router {
  return Router().get('/', (req, res) => {
    const language = languageOf(req, res);
    const text = texts[language];
    res.render('frontDoor/frontDoor', { language, text, title: text.common.productName, sandboxUrl });
  });
}
