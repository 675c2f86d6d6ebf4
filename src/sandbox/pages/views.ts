import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars, { type TemplateDelegate } from 'handlebars';
import { root } from '../../root.ts';

const folder = join(root, 'views', 'sandbox');
const handlebars = Handlebars.create();
handlebars.registerHelper({ same: (one: unknown, other: unknown) => one === other });
const known = new Map<string, TemplateDelegate>();

/** Renders a view of the sandbox in its own layout, separate from the tool's views. */
export function render(view: string, model: object): string {
  const body = templateOf(view)(model);
  return templateOf('layout')({ ...model, body: new Handlebars.SafeString(body) });
}

/** Each is compiled once. */
function templateOf(view: string): TemplateDelegate {
  const template = known.get(view) ?? handlebars.compile(readFileSync(join(folder, `${view}.hbs`), 'utf8').trim());
  known.set(view, template);
  return template;
}
