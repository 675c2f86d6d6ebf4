import type { Request, Response, Router } from 'express';
import type { Fault } from '../../../content/faults.ts';
import { fieldIn } from '../../../http/fieldIn.ts';
import { Problem } from '../../../http/problem.ts';
import { fileAddress } from '../addresses.ts';
import { factsOf } from '../facts.ts';
import { shownFaults } from '../shownFaults.ts';
import { createPage, isQuestion, type NewPageFault } from './creating.ts';
import { makeable, placesFor, type Makeable } from './places.ts';
import type { EditorDeps, PageOf } from '../deps.ts';

interface Asked {
  req: Request;
  res: Response;
  fault?: NewPageFault | undefined;
  faults?: readonly Fault[] | undefined;
}

const statuses = { met: 409 } as Partial<Record<NewPageFault, number>>;

/** The field that a fault is about. */
const fields: Record<NewPageFault, string> = {
  ...{
    title: 'titel',
    titleEn: 'titel-en',
    ask: 'titel',
    askEn: 'titel-en',
    place: 'hvor',
    name: 'navn',
    taken: 'navn',
    met: 'titel',
  },
};

/** `/redaktion/ny`: a new text to read, scene of a story, or page of the toolbox. */
export function newRoutes(router: Router, deps: EditorDeps, pageOf: PageOf): void {
  router.get('/ny', (req, res) => {
    const page = pageOf(req, res);
    const { pages: text } = page.text.editing;
    const kinds = makeable.map((kind) => ({ href: `/redaktion/ny/${kind}`, ...text.kinds[kind] }));
    res.render('editing/kinds', { ...page, title: text.title, kinds });
  });
  router.get('/ny/:slags', (req, res) => show(deps, pageOf, { req, res }));
  router.post('/ny/:slags', async (req, res) => {
    const kind = kindIn(req);
    const title = { da: lineIn(req, 'titel'), en: lineIn(req, 'titel-en') };
    const order = { kind, place: fieldIn(req, 'hvor'), title, name: lineIn(req, 'navn') };
    const { fault, faults, ...created } = { fault: undefined, faults: undefined, ...(await createPage(deps, order)) };
    if (!('path' in created)) return show(deps, pageOf, { req, res, fault, faults });
    deps.log.info({ code: 'course-page-made', file: created.path }, 'editor');
    res.redirect(303, `${fileAddress(created.path)}&${isQuestion(kind) ? 'spurgt' : 'ny'}`);
  });
}

function kindIn({ params: { slags } }: Request): Makeable {
  const kind = makeable.find((one) => one === slags);
  if (!kind) throw new Problem('not-found');
  return kind;
}

function lineIn(req: Request, name: string): string {
  return fieldIn(req, name).replace(/\s+/g, ' ').trim().slice(0, 200);
}

async function show(deps: EditorDeps, pageOf: PageOf, { req, res, fault, faults = [] }: Asked): Promise<void> {
  const page = pageOf(req, res);
  const { pages: text } = page.text.editing;
  const kind = kindIn(req);
  const { draft } = deps;
  const files = await draft.files();
  const places = await placesFor({ draft, files, kind, language: page.language });
  const chosen = fieldIn(req, 'hvor');
  const refused = fault !== undefined || faults.length > 0;
  res.status(refused ? (statuses[fault ?? 'title'] ?? 422) : 200).render('editing/new', {
    ...page,
    title: text.kinds[kind].title,
    intro: text.kinds[kind].text,
    action: `/redaktion/ny/${kind}`,
    hasFile: kind === 'laeseside' || kind === 'vaerktoej',
    asks: isQuestion(kind) ? { da: text.askDa, en: text.askEn } : { da: text.titleDa, en: text.titleEn },
    groups: [...Map.groupBy(places, ({ group }) => group)].map(([group, within]) => ({
      group,
      places: within.map(({ value, label }) => ({ value, label: text.after(label), isChosen: value === chosen })),
    })),
    given: { title: fieldIn(req, 'titel'), titleEn: fieldIn(req, 'titel-en'), name: fieldIn(req, 'navn') },
    error: fault && { [fields[fault]]: text.faults[fault] },
    errors: fault ? [{ href: `#${fields[fault]}`, message: text.faults[fault] }] : [],
    faults: shownFaults(faults, await factsOf(draft, files), page.language),
  });
}
