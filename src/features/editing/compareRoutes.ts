import type { Router } from 'express';
import type { Language } from '../../domain/viewer.ts';
import { Problem } from '../../http/problem.ts';
import { texts } from '../../text/texts.ts';
import { changedFiles, differencesNow } from './differences.ts';
import { timeIn } from './filePage.ts';
import { filesOf, inUse } from './published.ts';
import type { Files } from './store/versions.ts';
import type { EditorDeps, PageOf } from './deps.ts';

/** Stands for the draft in an address, in place of a version's number. */
const DRAFT = 'kladde';

/** `/redaktion/sammenlign`: the differences between any two versions, or the draft and a version. */
export function compareRoutes(router: Router, deps: EditorDeps, pageOf: PageOf): void {
  router.get('/sammenlign', async (req, res) => {
    const page = pageOf(req, res);
    const { compare: text } = page.text.editing;
    await deps.served.refresh();
    const { fra: from = String(inUse(deps.served.published())), til: to = DRAFT } = req.query;
    const [before, after] = [await sideOf(deps, from), await sideOf(deps, to)];
    const changed = changedFiles(before, after);
    const name = (one: unknown) => (one === DRAFT ? text.draft : text.version(Number(one)));
    const fields = [
      { inputId: 'fra', name: 'fra', ask: text.from, options: optionsOf(deps, from, page.language) },
      { inputId: 'til', name: 'til', ask: text.to, options: optionsOf(deps, to, page.language) },
    ];
    res.render('editing/compare', {
      ...page,
      title: text.title,
      wide: true,
      fields,
      compared: text.compared(name(from), name(to)),
      count: changed.length > 0 && text.count(changed.length),
      changes: await differencesNow(deps, changed, page.language),
    });
  });
}

async function sideOf(deps: EditorDeps, asked: unknown): Promise<Files> {
  if (asked === DRAFT) return deps.draft.files();
  const isNumber = typeof asked === 'string' && /^\d{1,6}$/.test(asked);
  const files = isNumber ? await filesOf(deps, Number(asked)) : undefined;
  if (!files) throw new Problem('not-found');
  return files;
}

/** How many characters of a note a list shows. */
const MOST_OF_NOTE = 50;

/** The draft, and every version with the newest first. */
function optionsOf({ served }: EditorDeps, chosen: unknown, language: Language) {
  const { compare: text, versions: words } = texts[language].editing;
  const published = served.published();
  const current = inUse(published);
  const labels = published.map(({ number, at, note }) => {
    const known = [timeIn(at, language), note.slice(0, MOST_OF_NOTE)].filter(Boolean).join(': ');
    return { value: String(number), label: `${words.number} ${number}, ${known}` };
  });
  const all = [{ value: DRAFT, label: text.draftOption }, ...labels.toReversed(), { value: '0', label: words.zero }];
  return all.map(({ value, label }) => ({
    value,
    label: value === String(current) ? `${label} (${words.now.toLowerCase()})` : label,
    selected: value === chosen,
  }));
}
