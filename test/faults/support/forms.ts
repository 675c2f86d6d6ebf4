import { load } from 'cheerio';
import type { Visit } from '../../support/platform/webClient.ts';
import { makingOf } from '../../support/roomVisitor.ts';

export interface PageForm {
  /** The page that shows it. */
  page: string;
  action: string;
  fields: { name: string; value: string; kind: string; longest: number }[];
}

export function formsIn({ html, url }: Visit): PageForm[] {
  const $ = load(html);
  return $('main form[method=post]')
    .toArray()
    .map((form) => ({
      page: url,
      action: new URL($(form).attr('action') ?? '', url).href,
      fields: $(form)
        .find('input[name], textarea[name], select[name], button[name]')
        .toArray()
        .map((field) => ({
          name: $(field).attr('name') ?? '',
          value: String($(field).val() ?? ''),
          kind: field.tagName === 'textarea' ? 'writing' : ($(field).attr('type') ?? field.tagName),
          longest: Number($(field).attr('data-max-length') ?? Infinity),
        })),
    }));
}

/** Forms of the same making: one or two of each are enough. */
function makingOfForm({ action, fields }: PageForm): string {
  return [makingOf(action), ...new Set(fields.map(({ kind }) => kind))].join(' ');
}

export function twoOfEach(forms: PageForm[]): PageForm[] {
  const seen = new Map<string, number>();
  return forms.filter((form) => {
    const count = (seen.get(makingOfForm(form)) ?? 0) + 1;
    seen.set(makingOfForm(form), count);
    return count <= 2;
  });
}

/** The form as someone sends it who has written in every field of one's own words, and chosen the first of what is offered. */
export function filledIn({ fields }: PageForm, words: string): [string, string][] {
  const chosen = new Set<string>();
  return fields.flatMap(({ name, value, kind, longest }): [string, string][] => {
    if (['writing', 'text'].includes(kind)) return [[name, `${words} (${name})`.slice(0, longest)]];
    if (kind === 'email') return [[name, 'amina@example.dk']];
    if (!['radio', 'checkbox', 'submit'].includes(kind)) return [[name, value]];
    if (chosen.has(name)) return [];
    chosen.add(name);
    return [[name, value]];
  });
}
