import { expect } from 'chai';
import { load } from 'cheerio';
import { people, type Platform } from '../../support/platform/startPlatform.ts';
import type { Visit } from '../../support/platform/webClient.ts';
import { everyPage, roomVisitor } from '../../support/roomVisitor.ts';
import { filledIn, formsIn, twoOfEach, type PageForm } from './forms.ts';
import { expectWordsBack } from './honestAnswer.ts';

/** Settings with which e-mail is offered; nothing takes it. */
export const withMail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'besked@example.dk' };

interface Refused {
  form: PageForm;
  answer: Visit;
}

function wordsIn(sent: [string, string][], words: string): string[] {
  return sent.flatMap(([, value]) => (value.startsWith(words) ? [value] : []));
}

/** Pages of one kind at which no further kind of form is found. */
const alike = { amina: 8, instructor: 2 };

/** All forms of a role, found while all is well; to be sent when it is not. */
export async function everyFormOf(platform: Platform, role: keyof typeof alike, most = alike[role]) {
  const visitor = await roomVisitor(platform, people[role]);
  const pages = await everyPage(visitor, most);
  const forms = twoOfEach(pages.flatMap(formsIn));
  const atLeast = { amina: 20, instructor: 8 }[role];

  /** Sends each; what would have been stored is refused with all its words given back. */
  const send = async (form: PageForm, words: string): Promise<Refused[]> => {
    const sent = filledIn(form, words);
    const answer = await visitor.post(form.action, sent);
    expect(answer.status, form.action).to.be.oneOf([200, 503]);
    if (answer.status === 200) return [];
    expectWordsBack(answer, Object.fromEntries(sent));
    for (const text of wordsIn(sent, words)) expect(load(answer.html)('.kept').text(), form.action).to.include(text);
    return [{ form, answer }];
  };

  return {
    pages,
    visitor,
    refused: async (words: string): Promise<Refused[]> => {
      const refused = (await Promise.all(forms.map((form) => send(form, words)))).flat();
      expect(refused.length).to.be.at.least(most < alike[role] ? 15 : atLeast);
      return refused;
    },
    /** Presses "try again" on each page. */
    sentAgain: async (refused: Refused[]): Promise<void> => {
      for (const { form, answer } of refused) {
        const fields = formsIn(answer)[0]?.fields ?? [];
        const taken = await visitor.post(
          form.action,
          fields.map(({ name, value }) => [name, value]),
        );
        expect(taken.status, form.action).to.be.below(500);
      }
    },
  };
}
