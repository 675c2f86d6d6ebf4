import type { Courses } from '../../../src/content/course.ts';
import { startApp } from '../../support/app.ts';
import { startLms } from '../../lti/support/lms.ts';
import { Browser, claims, launch, login } from '../../lti/support/launching.ts';
import { visitor, type Seen, type Visitor } from '../../activities/survey/visitor.ts';
import { wayOn } from '../../support/wayOn.ts';

interface Comes {
  role?: 'Learner' | 'Instructor';
  context?: string;
  /** Where the launch leads. */
  activity?: string;
  /** What the browser says that it is. */
  agent?: string;
}

/** Says at the launch what it is; at the login that would ask for more pages, as browsers in a frame get (test/lti/withoutCookies.test.ts). */
class NamedBrowser extends Browser {
  agent = '';
  override send(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (url.endsWith('/lti/launch')) headers.set('user-agent', this.agent);
    return super.send(url, { ...init, headers });
  }
}

/** What someone answers, by question; a question that is not here is left open. */
export type Sheet = Readonly<Record<string, string | string[]>>;

/** The whole tool and an LMS, from which anyone is launched by a signed token: nobody gets in, and nothing is saved, in another way. */
export async function launched(courses: Courses, settings: Record<string, string>) {
  const [app, lms] = await Promise.all([startApp(settings, { courses }), startLms()]);
  await app.deps.lti.platforms.add(lms.facts);
  const come = async (
    subject: string,
    { role = 'Learner', context = 'course-1', activity = '', agent = '' }: Comes = {},
  ) => {
    const [browser, tool] = [Object.assign(new NamedBrowser(), { agent }), { url: app.url }];
    const asked = await login(browser, { lms, tool }, { login_hint: subject });
    const answer = await launch({ browser, lms, tool, asked }, {
      payload: (payload) => ({
        ...payload,
        ...{ sub: subject, name: `Hemmelig ${subject}`, [claims.context]: { id: context, title: 'Hold' } },
        [claims.roles]: [`http://purl.imsglobal.org/vocab/lis/v2/membership#${role}`],
        [claims.custom]: { activity },
      }),
    }); // prettier-ignore
    const at = new URL(answer.headers.get('location') ?? '', app.url).pathname;
    const home = /^\/rum\/[^/]+/.exec(at)?.[0] ?? '';
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { ...visitor(app.url, { cookie, path: home }), home, at };
  };
  return {
    ...{ app, come },
    /** Someone comes from the LMS to a survey, and answers its pages one after the other; the headings they saw. */
    answers: async (subject: string, { survey, ...comes }: Comes & { survey: string }, sheet: Sheet) => {
      const who = await come(subject, { activity: survey, ...comes });
      return answerPages(who, await who.open(who.at), sheet);
    },
    close: () => Promise.all([app.close(), lms.close()]),
  };
}

async function answerPages(who: Visitor, first: Seen, sheet: Sheet): Promise<string[]> {
  let page = first;
  const headings = [];
  while (page.$('#activity').length > 0) {
    if (headings.push(page.h1) > 20) throw new Error(`${page.path} does not end: ${page.words.slice(0, 300)}`);
    const asked = new Set(page.$('#activity [name^="answer."]').toArray().map((field) => page.$(field).attr('name') ?? '')); // prettier-ignore
    const given = Object.entries(sheet).map(([question, answer]) => [`answer.${question}`, answer] as const);
    const intent = page.$(wayOn).length > 0 ? 'next' : 'send';
    const fill = Object.fromEntries([...given.filter(([name]) => asked.has(name)), ['intent', intent]]);
    page = await who.press(page, fill, /\/trin\//);
    if (page.status !== 200) throw new Error(`${page.path} (${page.status}): ${page.words.slice(0, 400)}`);
  }
  return [...headings, page.h1];
}
