import { load } from 'cheerio';
import type { Platform } from './platform/startPlatform.ts';
import type { Visit, WebClient } from './platform/webClient.ts';

/** What must be answered in module 1's preparation, and one answer that may be. */
export const answers: Record<string, string> = {
  'answer.haab': 'Mere ro i hverdagen',
  'answer.tro': '3',
  'answer.planer': 'hjaelper',
};

/** The heading of a page: what a person would say they see. */
export const headingOf = (page: Visit): string => load(page.html)('h1').first().text().trim();

/** Someone who opens the preparation in the platform's course room, with a browser that has no scripts. */
export const openPreparation = async (platform: Platform, person: string) => {
  const { client, page } = await platform.launch({ person, activity: 'modul-1-forberedelse' });
  return { client, page };
};

/** Presses a button of the page's form, with the answers that the page asks for. */
export const pressIntent = async (client: WebClient, page: Visit, intent: string): Promise<Visit> => {
  const $ = load(page.html);
  const asked = Object.entries(answers).filter(([name]) => $(`[name="${name}"]`).length > 0);
  return client.follow(await client.submit(page, { ...Object.fromEntries(asked), intent }));
};

/** Goes through all steps and sends; the receipt. */
export const prepareAndSend = async (client: WebClient, first: Visit): Promise<Visit> => {
  let page = first;
  while (load(page.html)('button[value=next]').length > 0) page = await pressIntent(client, page, 'next');
  return pressIntent(client, page, 'send');
};
