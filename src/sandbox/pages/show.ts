import type { Response } from 'express';
import type { Core } from '../core.ts';
import { fullName, mayTeach, personOf, type Person } from '../course/people.ts';
import type { AnyRequest } from '../services/refuse.ts';
import { sandboxTexts, type Problem, type SandboxText } from '../text.ts';
import { languageOf } from './language.ts';
import { readSession } from './session.ts';
import { render } from './views.ts';

export interface Exchange {
  req: AnyRequest;
  res: Response;
}

interface Page extends Exchange {
  view: string;
  title: string;
  /** Which entry of the menu this is. */
  here?: keyof SandboxText['nav'];
  status?: number;
  /** A page in a frame, or shown only for a moment: no header, no menu. */
  bare?: boolean;
  model?: object;
}

export function textFor(req: AnyRequest): SandboxText {
  return sandboxTexts[languageOf(req)];
}

export function personName(text: SandboxText, person: Person): string {
  return fullName(person) ?? text.unnamed;
}

function menu(base: string, person: Person | undefined) {
  if (!person) return [];
  const entry = (name: keyof SandboxText['nav'], path: string) => ({ name, address: `${base}${path}` });
  return [
    entry('course', '/kursus'),
    entry('gradebook', '/karakterbog'),
    ...(mayTeach(person) ? [entry('select', '/vaelg')] : []),
    ...(person.kind === 'administrator' ? [entry('technical', '/teknik')] : []),
  ];
}

function otherLanguage(req: AnyRequest): string {
  const address = new URL(req.originalUrl, 'http://sandbox.invalid');
  address.searchParams.set('lang', languageOf(req) === 'da' ? 'en' : 'da');
  return address.pathname + address.search;
}

/** Sends a page in the language and for the person of the request. */
export async function show(core: Core, page: Page): Promise<void> {
  const { req, res } = page;
  const text = textFor(req);
  const session = await readSession(core, req);
  const person = session && personOf(session.person);
  const { base } = core.addresses;
  const html = render(page.view, {
    ...page.model,
    text,
    base,
    title: page.title,
    bare: page.bare ?? false,
    language: languageOf(req),
    other: { language: languageOf(req) === 'da' ? 'en' : 'da', address: otherLanguage(req) },
    person: person && { name: personName(text, person), kind: text.kinds[person.kind] },
    menu: menu(base, person).map((entry) => ({
      ...entry,
      label: text.nav[entry.name],
      here: entry.name === page.here,
    })),
  });
  res
    .status(page.status ?? 200)
    .type('html')
    .set('Cache-Control', 'no-store')
    .send(html);
}

/** A page that says what went wrong and where to continue. */
export function showError(
  core: Core,
  { problem, status, ...exchange }: Exchange & { problem: Problem; status: number },
): Promise<void> {
  const text = textFor(exchange.req);
  const model = { problem: text.problems[problem] };
  return show(core, { ...exchange, view: 'error', title: text.problems.title, status, model });
}

/** A form that posts itself to the tool; without JavaScript, its button does. */
export function showForm(
  core: Core,
  { action, fields, ...exchange }: Exchange & { action: string; fields: Record<string, string> },
): Promise<void> {
  const model = { action, fields: Object.entries(fields).map(([name, value]) => ({ name, value })) };
  return show(core, { ...exchange, view: 'form', title: textFor(exchange.req).go, bare: true, model });
}

/** What the frame of a content selection shows after the tool has answered. */
export function showSelected(core: Core, { count, ...exchange }: Exchange & { count: number }): Promise<void> {
  const text = textFor(exchange.req).select;
  const title = count > 0 ? text.done : text.none;
  return show(core, { ...exchange, view: 'selected', title, bare: true, model: { count } });
}
