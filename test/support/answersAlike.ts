import type { CheerioAPI } from 'cheerio';

/** An answer to every question of a step: what is wanted of it where that is offered, else the first that is offered. */
export function answersAlike($: CheerioAPI, wanted: (question: string) => string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const element of $('#activity :is(input, button)[name^="answer."]').toArray()) {
    const field = $(element);
    const name = field.attr('name') ?? '';
    const isOption = ['radio', 'checkbox', 'submit'].includes(field.attr('type') ?? '');
    const value = isOption ? (field.attr('value') ?? '') : '10';
    if (!(name in fields) || value === wanted(name.replace('answer.', ''))) fields[name] = value;
  }
  return fields;
}
