import { join } from 'node:path';
import type { Express } from 'express';
import { create, type ExpressHandlebars } from 'express-handlebars';
import { assetHashes } from './assetHashes.ts';
import { dropWhenChanged } from './dropWhenChanged.ts';
import { withToolLinks } from './toolLinks.ts';

export interface Views {
  /** Makes `res.render` of an Express app use these views. */
  useIn(app: Express): void;
  /** Renders a whole page for a response that is not our app's, such as ltijs's. */
  render(view: string, model: object): Promise<string>;
  close(): void;
}

export interface ViewsOptions {
  root: string;
  /** For developers: an edited template shows on the next page. */
  follow?: boolean;
  /** For authors: every page checks whether the course has changed. */
  preview?: boolean;
}

/** Our templates, each compiled once; in development they are compiled again after a change. */
export function createViews({ root, follow = false, preview = false }: ViewsOptions): Views {
  const folder = join(root, 'views');
  const compiled = dropWhenChanged({ folder, follow, make: () => templatesIn({ root, folder, preview }) });
  return {
    useIn: (app) => {
      app.engine('.hbs', (path, model, done) => {
        const home = 'home' in model && typeof model.home === 'string' ? model.home : undefined;
        void compiled.current().engine(path, model, (error, html) => {
          done(error, html !== undefined && home !== undefined ? withToolLinks(html, home) : html);
        });
      });
      app.set('view engine', '.hbs');
      app.set('views', folder);
      app.set('view cache', true);
    },
    render: (view, model) =>
      compiled
        .current()
        .renderView(join(folder, `${view}.hbs`), { ...model, cache: true, settings: { views: folder } }),
    close: () => compiled.close(),
  };
}

/** Handlebars with our layout and partials; `asset` returns a static file's address, which changes with its content. */
function templatesIn({ root, folder, preview }: { root: string; folder: string; preview: boolean }): ExpressHandlebars {
  const templates = create({
    extname: '.hbs',
    defaultLayout: 'layout',
    layoutsDir: folder,
    partialsDir: join(folder, 'partials'),
    // Otherwise a partial's indentation would be added to every line of text inside it.
    compilerOptions: { preventIndent: true },
    helpers: { ...addressesIn(join(root, 'public')), isPreview: () => preview, holds, staffStyles },
  });
  return withPartialsOnce(templates);
}

/** The library looks up every partial on every page, which takes longer than the page itself; here it does so once. */
function withPartialsOnce(templates: ExpressHandlebars): ExpressHandlebars {
  const read = templates.getPartials.bind(templates);
  let partials: ReturnType<typeof read> | undefined;
  templates.getPartials = (options) => {
    partials ??= read(options).catch((error: unknown) => {
      partials = undefined;
      throw error;
    });
    return partials;
  };
  return templates;
}

/** Whether a page contains one of these pieces of HTML: the layout then adds what such a page needs. */
function holds(body: string, ...html: unknown[]): boolean {
  return html.some((one) => typeof one === 'string' && body.includes(one));
}

/** Used in templates of staff-only content: the layout then adds the staff stylesheet, which participants do not need. */
function staffStyles({ data }: { data: { root: object } }): string {
  Object.assign(data.root, { hasStaffStyles: true });
  return '';
}

/** The hash in the address lets browsers keep a file for a year and still get a new version at once. */
function addressesIn(folder: string) {
  const hashOf = assetHashes(folder);
  const asset = (path: string): string => `/assets/${path}?${hashOf(path)}`;
  return { asset, drawingAddress: (name: string): string => asset(`images/drawings/${name}.svg`) };
}
