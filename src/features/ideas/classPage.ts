import type { Viewer } from '../../domain/viewer.ts';
import { roomPath } from '../../http/roomPath.ts';
import { texts } from '../../text/texts.ts';
import { FIELD, LONGEST, type IdeaFault } from './form.ts';
import type { Idea } from './store.ts';

export interface ClassPageInput {
  all: Idea[];
  viewer: Viewer;
  /** How many questions are passed over. */
  from: number;
  /** The question that an idea is written for; undefined on the page of all. */
  question: Idea | undefined;
  refused: { text: string; fault: IdeaFault } | undefined;
  isSent: boolean;
}

/** Questions shown at once. */
const AT_ONCE = 3;

/** What the class has asked and thought of, folded, and a field to ask or answer in: `views/ideas/class.hbs`. */
export function classPage(input: ClassPageInput) {
  const { all, viewer, question, refused, isSent } = input;
  const text = texts[viewer.language].ideas;
  const error = refused ? text.errors[refused.fault] : '';
  return {
    ...(question ? answering(question, input) : asking(input)),
    errors: error === '' ? [] : [{ href: `#${FIELD}`, message: error }],
    isHard: refused?.fault === 'hard',
    isSent,
    field: fieldOf(input, error),
    own: all.filter(({ person }) => person === viewer.person).map((one) => ownShown(one, input)),
  };
}

function answering({ id, text: asked }: Idea, { viewer }: ClassPageInput) {
  const { answerTitle, whoReadsIdea, sendIdea } = texts[viewer.language].ideas;
  const home = roomPath(viewer.room, '/ideer');
  const about = { title: answerTitle, whoReads: whoReadsIdea, send: sendIdea };
  return { ...about, action: `${home}/${id}`, back: home, asked, questions: [], more: '' };
}

function asking(input: ClassPageInput) {
  const { all, viewer, from } = input;
  const { title, whoReads, sendQuestion } = texts[viewer.language].ideas;
  const home = roomPath(viewer.room, '/ideer');
  const shown = all.filter(({ state, question }) => state === 'shown' && question === '').reverse();
  return {
    title,
    whoReads,
    send: sendQuestion,
    action: home,
    back: '',
    asked: '',
    questions: shown.slice(from, from + AT_ONCE).map((one) => questionShown(one, all, input)),
    more: shown.length > from + AT_ONCE ? `${home}?fra=${from + AT_ONCE}` : '',
  };
}

function fieldOf({ question, refused, viewer }: ClassPageInput, error: string) {
  const text = texts[viewer.language].ideas;
  return {
    inputId: FIELD,
    name: FIELD,
    ask: question ? text.answer : text.ask,
    hint: question ? text.answerHint : text.askHint,
    error,
    optionalLabel: '',
    value: refused?.text ?? '',
    rows: 3,
    maxLength: LONGEST,
  };
}

function questionShown({ id, text: words }: Idea, all: Idea[], { viewer }: ClassPageInput) {
  const ideas = all.filter(({ question, state }) => question === id && state === 'shown').map(({ text }) => text);
  return {
    words,
    ideas,
    summary: texts[viewer.language].ideas.aQuestion(ideas.length),
    href: roomPath(viewer.room, `/ideer/${id}`),
  };
}

function ownShown({ id, text, state }: Idea, { viewer }: ClassPageInput) {
  const { states } = texts[viewer.language].ideas;
  return { text, state: states[state], takeBack: roomPath(viewer.room, `/ideer/${id}/tilbage`) };
}
