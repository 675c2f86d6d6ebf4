import type { Toolbox } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { dayOf } from '../../domain/week.ts';
import { errorsOf } from '../../forms/errors.ts';
import type { Wrong } from '../../forms/faults.ts';
import { formModel, saveButton, type HiddenFields } from '../../forms/shown.ts';
import type { OwnNote } from '../../forms/ownNotes.ts';
import { texts } from '../../text/texts.ts';
import { dayInWords } from '../../text/times.ts';
import { circlePicture, inOrder } from './picture.ts';
import { CIRCLE, circleOf, questionsAt, TOOL_OF, type Circle } from './signs.ts';
import { roomPath } from '../../http/roomPath.ts';

export function circlesPath({ room }: Pick<Viewer, 'room'>): string {
  return roomPath(room, `/${CIRCLE}`);
}
export function circlePath(viewer: Pick<Viewer, 'room'>, id: string): string {
  return `${circlesPath(viewer)}/${id}`;
}
export function stepPath(viewer: Pick<Viewer, 'room'>, id: string, step: number): string {
  return `${circlePath(viewer, id)}/trin/${step}`;
}

/** What the circle is, a way to begin, and earlier circles: `views/symptomCircle/index.hbs`. */
export function indexPage({ viewer, notes, isRemoved }: { viewer: Viewer; notes: OwnNote[]; isRemoved: boolean }) {
  const { language } = viewer;
  const text = texts[language].symptomCircle;
  const circles = [...notes]
    .sort((one, other) => other.beganAt - one.beganAt)
    .map(({ part, draft, beganAt }) => {
      const circle = circleOf(draft, language);
      const isFinished = circle.start !== undefined;
      return {
        title: text.from(dayInWords(dayOf(beganAt), language)),
        signs: circle.noticed.map((sign) => text.short[sign]).join(', '),
        isFinished,
        href: circle.noticed.length > 0 ? circlePath(viewer, part) : stepPath(viewer, part, 1),
      };
    });
  return {
    title: text.title,
    isRemoved,
    circles,
    newHref: `${circlesPath(viewer)}/ny`,
    newLabel: circles.length > 0 ? text.again : text.begin,
  };
}

export interface StepInput {
  viewer: Viewer;
  id: string;
  /** 1 to 3. */
  step: number;
  note: OwnNote | undefined;
  hidden: HiddenFields;
  toolbox: Toolbox | undefined;
  wrong?: Wrong | undefined;
  justSaved: boolean;
}

/** One of the three steps: `views/forms/step.hbs`. */
export function stepPage({ viewer, id, step, note, hidden, toolbox, wrong, justSaved }: StepInput) {
  const { language } = viewer;
  const text = texts[language].symptomCircle;
  const circle = circleOf(note?.draft ?? {}, language);
  const questions = questionsAt(step, circle.noticed, language);
  return {
    title: text.steps[step - 1],
    lead: text.leads[step - 1],
    errors:
      step === 1 && wrong?.faults.has('maerker')
        ? nothingChosen(text.noSigns)
        : errorsOf(questions, { wrong, words: texts[language].prep }),
    unplacedTexts: wrong?.unplacedTexts,
    saved: justSaved && { heading: text.savedHeading, text: text.savedText },
    progress: progressOf(step, text.steps),
    form: {
      ...hidden,
      action: stepPath(viewer, id, step),
      ...formModel({ questions, stored: note, wrong, language }),
      look: 'plan-form',
      whoReads: text.whoReads,
      buttons: buttonsOf(step, text),
    },
    ideas: step === 3 ? ideasFor(circle, { viewer, toolbox }) : [],
    about: 'symptomCircle/circleIdeas',
    back: { href: circlesPath(viewer), label: text.title },
  };
}

function nothingChosen(message: string) {
  return [{ href: '#answer-maerker', message }];
}

function progressOf(step: number, titles: string[]) {
  return {
    number: step,
    total: titles.length,
    steps: titles.map((title, index) => ({ title, isCurrent: index + 1 === step, isDone: index + 1 < step, href: '' })),
  };
}

function buttonsOf(step: number, text: { next: string; back: string; save: string; finish: string }) {
  return [
    { value: 'next', label: step === 3 ? text.finish : text.next, look: 'primary' },
    ...(step > 1 ? [{ value: 'back', label: text.back, look: 'tertiary', isBack: true }] : []),
    saveButton(text.save),
  ];
}

/** A small thing to do for each sign, and the toolbox page about it, if the course has one. */
function ideasFor({ noticed }: Circle, { viewer, toolbox }: { viewer: Viewer; toolbox: Toolbox | undefined }) {
  const text = texts[viewer.language].symptomCircle;
  return noticed.map((sign) => {
    const tool = toolbox?.tools.find(({ id }) => id === TOOL_OF[sign]);
    return {
      sign: text.short[sign],
      idea: text.smallThings[sign],
      href: tool ? roomPath(viewer.room, `/vaerktoejskasse/${tool.id}`) : '',
      more: tool ? text.readMore(tool.title) : '',
    };
  });
}

/** The finished circle, as a picture and in words: `views/symptomCircle/circle.hbs`. */
export function circlePage({ viewer, note, planHref }: { viewer: Viewer; note: OwnNote; planHref: string }) {
  const { language } = viewer;
  const text = texts[language].symptomCircle;
  const circle = circleOf(note.draft, language);
  const { noticed, start, small } = circle;
  const arrows = inOrder(circle).flatMap((sign) => circle.arrows.filter(({ from }) => from === sign));
  return {
    title: text.own.title,
    day: text.from(dayInWords(dayOf(note.beganAt), language)),
    picture: circlePicture(circle, language),
    list: [
      ...arrows.map(({ sentence }) => sentence),
      ...noticed
        .filter((sign) => !arrows.some(({ from }) => from === sign))
        .map((sign) => text.own.alsoNotice(text.statements[sign])),
    ],
    start: start ? text.statements[start] : '',
    small,
    planHref,
    startHref: stepPath(viewer, note.part, 3),
    editHref: stepPath(viewer, note.part, 1),
    removeHref: `${circlePath(viewer, note.part)}/slet`,
    allHref: circlesPath(viewer),
  };
}
