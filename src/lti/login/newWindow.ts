import type { Request, Response } from 'express';
import { texts } from '../../text/texts.ts';
import { languageOfCourse } from '../language.ts';
import type { GoOnModel, Render } from '../options.ts';
import { pageHeaders } from '../refusalPage.ts';

/** What the button posts, and where. */
export interface Button {
  href: string;
  fields: Record<string, string | undefined>;
  storage?: GoOnModel['storage'];
}

/**
 * The page with one button that continues in a new window, where our cookies are first-party. Works without scripts.
 * Before the launch we do not know the course's language, and the browser's language often differs: the page is then in
 * Danish first, with English below.
 */
export async function newWindowButton(
  { request, response, render }: { request: Request; response: Response; render: Render },
  { href, fields, storage }: Button,
): Promise<void> {
  const known = languageOfCourse(request);
  const language = known ?? 'da';
  const { title, explanation, advice, button } = texts[language].refusals.goOn;
  const action = {
    href,
    method: 'post' as const,
    label: button,
    newWindow: true as const,
    fields: Object.entries(fields).map(([name, value]) => ({ name, value: value ?? '' })),
  };
  const other = known === undefined && { other: inEnglish() };
  const html = await render('lti/newWindow', {
    language,
    title,
    explanation,
    advice,
    action,
    ...other,
    ...(storage && { storage }),
  });
  // The form ends up, through redirects, at the platform and wherever it logs people in; Chromium checks each of these
  // addresses against `form-action`.
  response
    .status(200)
    .set(pageHeaders({ formAction: '*' }))
    .end(html);
}

function inEnglish(): NonNullable<GoOnModel['other']> {
  const { title, explanation } = texts.en.refusals.goOn;
  return { language: 'en', title, explanation };
}
