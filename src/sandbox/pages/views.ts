import { join } from 'node:path';
import { create } from 'express-handlebars';
import handlebars from 'handlebars';
import { root } from '../../root.ts';

const folder = join(root, 'views', 'sandbox');
const engine = create({ extname: '.hbs', helpers: { same: (one: unknown, other: unknown) => one === other } });

/** Renders a view of the sandbox in its own layout, separate from the tool's views. */
export async function render(view: string, model: object): Promise<string> {
  const body = await engine.render(join(folder, `${view}.hbs`), { ...model }, { cache: true });
  const page = { ...model, body: new handlebars.SafeString(body) };
  return engine.render(join(folder, 'layout.hbs'), page, { cache: true });
}
