import { load, type CheerioAPI } from 'cheerio';
import type { Platform } from './platform/startPlatform.ts';
import type { Visit, WebClient } from './platform/webClient.ts';
import { wayOn } from './wayOn.ts';

/** Answers to module 1's preparation; questions missing here get the first option. */
export const answers: Record<string, string> = {
  'answer.haab': 'Mere ro i hverdagen',
  'answer.tro': '3',
  'answer.planer': 'hjaelper',
  'answer.antal-dage': '3',
};

/** An answer to every unanswered question on a page: the first option of each group, a few words in each field. */
export function answersTo($: CheerioAPI): Record<string, string> {
  const fields: Record<string, string> = {};
  $('main form [name^="answer."]').each((_index, element) => {
    const field = $(element);
    const name = field.attr('name') ?? '';
    const isOption = ['radio', 'checkbox', 'submit'].includes(field.attr('type') ?? '');
    const isAnswered = isOption ? $(`[name="${name}"][checked]`).length > 0 : String(field.val() ?? '') !== '';
    if (isAnswered || name in fields) return;
    fields[name] = answers[name] ?? (isOption ? (field.attr('value') ?? '') : written(field.attr('inputmode')));
  });
  return fields;
}

function written(inputMode: string | undefined): string {
  return inputMode === 'numeric' ? '10' : 'Jeg går en tur';
}

/** The heading of a page, which is what a person would say they see. */
export function headingOf(page: Visit): string {
  return load(page.html)('h1').first().text().trim();
}

/** Opens the preparation from the platform's course room, with a browser without scripts. */
export async function openPreparation(platform: Platform, person: string, course = platform.course) {
  const { client, page } = await platform.launch({ person, course, activity: 'modul-1-forberedelse' });
  return { client, page };
}

/** Presses a button of the page's form, with answers to the page's questions. */
export async function pressIntent(client: WebClient, page: Visit, intent: string): Promise<Visit> {
  return client.follow(await client.submit(page, { ...answersTo(load(page.html)), intent }));
}

/** Goes through all steps and sends; returns the receipt. */
export async function prepareAndSend(client: WebClient, first: Visit): Promise<Visit> {
  let page = first;
  while (load(page.html)(wayOn).length > 0) page = await pressIntent(client, page, 'next');
  return pressIntent(client, page, 'send');
}

/** Opens a page of the room from the course; the returned function posts forms of the room as that page would. */
export async function formsOf(platform: Platform, person: string, course = platform.course) {
  const { client, page } = await openPreparation(platform, person, course);
  const room = /^.*\/rum\/[^/]+/.exec(page.url)?.[0] ?? '';
  const csrf = String(load(page.html)('input[name=_csrf]').first().val());
  return async (path: string, fields: Record<string, string>): Promise<Visit> =>
    client.follow(await client.post(`${room}/${path}`, { _csrf: csrf, ...fields }));
}
