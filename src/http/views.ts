import { join } from 'node:path';
import type { Express } from 'express';
import { assetHashes } from './assetHashes.ts';
import { dropWhenChanged } from './dropWhenChanged.ts';
import { symbolsIn } from './symbols.ts';
import { templatesIn } from './templates.ts';
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
  const helpers = () => ({
    ...addressesIn(join(root, 'public')),
    symbol: symbolsIn(join(folder, 'symbols')),
    isPreview: () => preview,
    holds,
    staffStyles,
  });
  const templates = dropWhenChanged({ folder, follow, make: () => templatesIn(folder, helpers()) });
  return {
    useIn: (app) => {
      app.engine('.hbs', (path, model, done) => {
        const html = templates.current()(path, model);
        done(null, 'home' in model && typeof model.home === 'string' ? withToolLinks(html, model.home) : html);
      });
      app.set('view engine', '.hbs');
      app.set('views', folder);
      app.set('view cache', true);
    },
    render: (view, model) =>
      new Promise((resolve) => {
        resolve(templates.current()(join(folder, `${view}.hbs`), model));
      }),
    close: () => templates.close(),
  };
}

/**
 * Whether a page contains one of these pieces of HTML: the layout then adds what such a page needs. Pieces that begin
 * as thousands of others do, such as `class="`, take milliseconds to look for in a long page.
 */
function holds(body: string, ...html: unknown[]): boolean {
  return html.some((one) => typeof one === 'string' && body.includes(one));
}

/**
 * Used in templates of staff-only content: the layout then adds the staff stylesheet, which participants do not need.
 */
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
