import type { Question, SurveyActivity } from '../../../src/content/course.ts';
import type { Background } from '../../../src/domain/background.ts';
import { testApp, type TestAppOptions } from '../../support/testApp.ts';
import { visitor } from '../../activities/survey/visitor.ts';

/** The whole tool, people who answer its surveys, and an evaluator. */
export async function answering(options: Partial<TestAppOptions> = {}) {
  const app = await testApp({ at: '2026-11-21T09:00:00Z', ...options });
  const surveyAt = (wave: string) => {
    const found = app.deps.courses.da.surveys?.find((survey) => survey.wave === wave);
    if (!found) throw new Error(`The course has no survey ${wave}.`);
    return found;
  };
  /** Someone answers a survey: every scale with this number, and whether a researcher may have it. */
  const answer = async (
    subject: string,
    survey: SurveyActivity,
    { value = 3, share = 'ja', context = '2', ...told }: Answering = {},
  ) => {
    const municipality = subject === 'a' ? 'Ærø' : 'Køge';
    const { background = { sex: 'kvinde', birthYear: 1990, municipality } } = told;
    const { room, person, ...who } = await app.arrive({
      person: { subject, name: `Hemmelig ${subject}` },
      context: { id: context, title: 'Hold' },
      background,
    });
    const questions = survey.steps.flatMap((step) => step.questions);
    const given = (question: Question): string | string[] => {
      if (question.id === survey.consent) return 'ja';
      if (question.id === survey.share) return share;
      if (question.kind === 'number') return String(question.min);
      if (question.kind === 'text') return '';
      const first = question.options[0]?.id ?? '';
      if (question.kind !== 'scale') return question.kind === 'many' ? [first] : first;
      return String(typeof value === 'number' ? value : value(question.id));
    };
    const fields = questions.map((question) => {
      const { wording, id } = question;
      const posted = given(question);
      return { question: id, kind: 'choice', posted, base: '', page: 'p', ...(wording && { wording }) } as const;
    });
    const form = { kind: 'survey' as const, contentVersion: survey.version, step: '', dropped: [], fields };
    await app.deps.responses.send({ room: room.id, person: person.id, activity: survey.id }, form, () => true);
    app.pass(60_000);
    return { room, person, ...who };
  };
  const evaluator = async () => {
    const browser = visitor(app.origin);
    await browser.press(await browser.open(new URL(await app.deps.evaluators.link()).pathname));
    return browser;
  };
  /** Someone of a class, in a browser without scripts. */
  const enter = async (subject: string, change: Parameters<typeof app.arrive>[0] = {}) => {
    const { cookie, home } = await app.arrive({ person: { subject, name: '' }, ...change });
    return { ...visitor(app.origin, { cookie, path: home }), cookie, home };
  };
  return { ...app, surveyAt, answer, evaluator, enter };
}

interface Answering {
  /** The number of every scale, or each one's. */
  value?: number | ((question: string) => number);
  share?: string;
  context?: string;
  /** What the LMS tells; default: a woman born in 1990, of Ærø for `a` and of Køge for all others. */
  background?: Background;
}

export type AnsweringApp = Awaited<ReturnType<typeof answering>>;
