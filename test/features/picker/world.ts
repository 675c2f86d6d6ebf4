import { load } from 'cheerio';
import { decodeJwt, type JWTPayload } from 'jose';
import type { Course } from '../../../src/content/course.ts';
import { startApp } from '../../support/app.ts';
import { people, startPlatform, type Platform } from '../../support/platform/startPlatform.ts';
import type { Visit, WebClient } from '../../support/platform/webClient.ts';
import { course as sample, preparation } from '../../activities/engine/course.ts';

/** Two weeks of two activities and of one. */
function courseOf(title: (number: number) => string): Course {
  return {
    ...sample,
    modules: [[1, 2], [3]].map((numbers, index) => ({
      id: `modul-${index + 1}`,
      number: index + 1,
      title: `Emne ${index + 1}`,
      summary: 'Om ugen.',
      activities: numbers.map((number) => ({ ...preparation, id: `nummer-${number}`, title: title(number) })),
    })),
  };
}
const courses = { da: courseOf((n) => `Nummer ${n}`), en: courseOf((n) => `Number ${n}`) };

const settingsClaim = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';

/** The whole tool with a course of two weeks, and a platform that launches into it. */
export async function pickerWorld() {
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  const app = await startApp({}, { clock, random: () => 0.5, courses });
  const platform = await startPlatform({ toolUrl: app.url, clock });
  await platform.registerWithTool();
  return {
    platform,
    pass: (ms: number) => (ahead += ms),
    /** An instructor asks to choose; the platform says of itself what is changed. */
    choosing: (changed: Record<string, unknown> = {}, how: { person?: string; client?: WebClient } = {}) =>
      startChoosing(platform, changed, how),
    close: async () => {
      await platform.close();
      await app.close();
    },
  };
}

export type PickerWorld = Awaited<ReturnType<typeof pickerWorld>>;

async function startChoosing(
  platform: Platform,
  changed: Record<string, unknown>,
  { person = people.instructor, client }: { person?: string; client?: WebClient },
) {
  platform.misbehave.claims = (claims: JWTPayload) => ({
    ...claims,
    [settingsClaim]: { ...(claims[settingsClaim] as object), ...changed },
  });
  try {
    return await platform.launch({ person, activity: 'select', ...(client && { client }) });
  } finally {
    platform.misbehave.claims = undefined;
  }
}

export function $of(page: Visit) {
  return load(page.html);
}

/** Values and words of the buttons that choose. */
export function choicesOf(page: Visit): Record<string, string> {
  const $ = $of(page);
  const buttons = $('button[name=choice]').toArray();
  return Object.fromEntries(buttons.map((button) => [String($(button).val()), $(button).text().trim()]));
}

/** What a page that sends itself holds for the platform. */
export function sentBy(page: Visit) {
  const payload = decodeJwt(String($of(page)('input[name=JWT]').val()));
  return {
    payload,
    items: payload['https://purl.imsglobal.org/spec/lti-dl/claim/content_items'] as Record<string, unknown>[],
  };
}
