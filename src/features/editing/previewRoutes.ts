import type { Router } from 'express';
import { framedByOurs } from '../../http/headers.ts';
import { Problem } from '../../http/problem.ts';
import { texts } from '../../text/texts.ts';
import { previewOf } from './previewPage.ts';
import type { EditorDeps, PageOf } from './deps.ts';

/** `/redaktion/vis`: a page of the draft as participants would see it, to be shown beside the text. */
export function previewRoutes(router: Router, { draft, checkDraft }: EditorDeps, pageOf: PageOf): void {
  router.get('/vis', async (req, res) => {
    const page = pageOf(req, res);
    const { sti: path, trin: step } = req.query;
    const files = await draft.files();
    if (typeof path !== 'string' || !files.has(path)) throw new Problem('not-found');
    const { courses } = await checkDraft(files);
    const preview = courses && (await previewOf({ draft, files, courses, path, step: Number(step) || 0 }));
    framedByOurs(res);
    if (!preview) {
      res.render('editing/noPreview', { ...page, title: page.text.editing.file.preview });
      return;
    }
    const { language } = preview;
    // Rendered without the model of the editors' pages, since participants see nothing of these.
    res.render(preview.view, { language, text: texts[language], ...preview.model });
  });
}
