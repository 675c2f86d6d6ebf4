import { load, type CheerioAPI } from 'cheerio';

export interface PageShown {
  status: number;
  /** Path and query where the redirects ended. */
  path: string;
  $: CheerioAPI;
  h1: string;
  /** Every message of the error summary. */
  errors: string[];
}

interface Pressed {
  page: PageShown;
  /** What is written and chosen before the press; by field name. */
  fill?: Record<string, string | string[]>;
  /** The words on the button, where several have the same intent. */
  button?: string;
}

/** A press of a button of the form; or of one that is an answer, which `fill` then holds. */
export type Press = Pressed & ({ intent: string } | { pressesAnswer: true });

/** What the page says. */
export function wordsOf({ $ }: PageShown): string {
  return $('main').text().replace(/\s+/g, ' ');
}

/** A browser without scripts: one device that keeps its cookie, submits forms as shown and follows redirects. */
export function browser(origin: string, cookie: string) {
  const open = async (path: string, init: { method?: string; body?: URLSearchParams } = {}): Promise<PageShown> => {
    const response = await fetch(origin + path, { ...init, redirect: 'manual', headers: { cookie } });
    const location = response.headers.get('location');
    if (location) return open(new URL(location, origin + path).href.slice(origin.length));
    const $ = load(await response.text());
    const errors = $('.error-summary a')
      .toArray()
      .map((link) => $(link).text());
    return { status: response.status, path, $, h1: $('h1').text(), errors };
  };
  const press = ({ page, fill = {}, button, ...pressed }: Press) =>
    open(button === undefined ? actionOf(page) : actionOfButton(page, button), {
      method: 'POST',
      body: bodyOf(page, 'intent' in pressed ? pressed.intent : undefined, fill),
    });
  const autosave = ({ page, fill = {} }: Pressed) =>
    fetch(origin + actionOf(page), {
      method: 'POST',
      body: bodyOf(page, 'save', fill),
      headers: { cookie, accept: 'application/json' },
    });
  return { open, press, autosave };
}

function actionOf({ $ }: PageShown) {
  return $('#activity').attr('action') ?? '';
}

function actionOfButton({ $ }: PageShown, words: string): string {
  const found = $('#activity button[type=submit]').filter((_, one) => $(one).text().trim() === words);
  const action = found.attr('formaction');
  if (action === undefined) throw new Error(`There is no button "${words}" that posts to an address of its own.`);
  return action;
}

/** The fields as the page shows them, changed by `fill`, in the encoding of a browser (lines end in CRLF). */
function bodyOf({ $ }: PageShown, intent: string | undefined, fill: Record<string, string | string[]>) {
  const body = new URLSearchParams();
  for (const { name, value } of $('#activity').serializeArray()) if (!(name in fill)) body.append(name, value);
  for (const [name, value] of Object.entries(fill)) for (const one of [value].flat()) body.append(name, one);
  if (intent !== undefined) body.set('intent', intent);
  for (const [name, value] of [...body]) {
    if (value.includes('\n')) body.set(name, value.replace(/\r?\n/g, '\r\n'));
  }
  return body;
}
