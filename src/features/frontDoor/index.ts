import { Router } from 'express';
import { languageOf } from '../../http/showProblem.ts';
import { texts } from '../../text/texts.ts';

/** `/`: someone who came here without a course room is told where to go; a newcomer finds the trial room. */
export function frontDoor({ sandboxUrl }: { sandboxUrl: string | undefined }): Router {
  return Router().get('/', (req, res) => {
    const language = languageOf(req, res);
    const text = texts[language];
    res.render('front-door', { language, text, title: text.common.productName, sandboxUrl });
  });
}
