import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars, { type HelperDelegate, type TemplateDelegate } from 'handlebars';

const EXTENSION = '.hbs';

/** Renders a page from the file of its view. */
export type Templates = (file: string, model: object) => string;

/**
 * Handlebars with a folder's partials and layouts: a view's output is the `body` of the layout that its model names, or
 * of the usual one; of none where its model has `layout: false`. Every template is compiled once, at its first use.
 */
export function templatesIn(folder: string, helpers: Record<string, HelperDelegate>): Templates {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(helpers);
  // Otherwise a partial's indentation would be added to every line of text inside it.
  const compiled = (file: string) => handlebars.compile(readFileSync(file, 'utf8').trim(), { preventIndent: true });
  const partials = join(folder, 'partials');
  for (const path of readdirSync(partials, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith(EXTENSION))
      handlebars.registerPartial(path.slice(0, -EXTENSION.length), compiled(join(partials, path)));

  const known = new Map<string, TemplateDelegate>();
  const templateOf = (file: string): TemplateDelegate => {
    const template = known.get(file) ?? compiled(file);
    known.set(file, template);
    return template;
  };
  return (file, model) => {
    // A view may add to its root what the layout then asks for.
    const root = { ...model };
    const body = templateOf(file)(root);
    const layout = 'layout' in root ? root.layout : 'layout';
    return typeof layout === 'string'
      ? templateOf(join(folder, `${layout}${EXTENSION}`))(Object.assign(root, { body }))
      : body;
  };
}
