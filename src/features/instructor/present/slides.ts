import { isInWords, optionsOf } from '../../../content/questions/kinds.ts';
import type { Question } from '../../../content/course.ts';
import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import type { ChosenIdea } from '../../ideas/index.ts';
import { barsOf, givenTo, meanOf } from '../questionBlock.ts';
import type { Gathered } from '../brief/gather.ts';
import type { ShowableStar } from '../brief/stars.ts';

/** A page for a shared screen. Nothing on it tells whose words they are. */
export interface Slide {
  /** The star's random id, which is the slide's address. */
  id: string;
  /** Activity id, and whose words they are: for the audit log, never for the page. */
  activity: string;
  whose: string[];
  /** What the announcing page says. */
  announced: string;
  ask: string;
  /** The words; empty for a chart. */
  text: string;
  /** How long it is: the longer, the smaller the type. */
  size: 'short' | 'medium' | 'long' | 'longest';
  answered: string;
  mean: string;
  rows: { label: string; count: number; share: number }[];
}

/** Fewer answers than this give no chart: in a small class people could guess who is who. */
const FEWEST = 3;

/** Characters that fill the screen at each size. */
const SIZES = [
  { size: 'short', most: 120 },
  { size: 'medium', most: 260 },
  { size: 'long', most: 480 },
] as const;

function sizeOf(text: string): Slide['size'] {
  return SIZES.find(({ most }) => text.length <= most)?.size ?? 'longest';
}

export function slidesOf(showable: ShowableStar[], { sentTo }: Pick<Gathered, 'sentTo'>, language: Language): Slide[] {
  return showable.flatMap(({ star, asked: { activity, question }, text }) => {
    const words = texts[language].instructor;
    const whose = isInWords(question) ? [star.person] : [];
    const about = { id: star.id, activity: activity.id, whose, ask: question.ask, text, size: sizeOf(text) };
    if (isInWords(question)) return [{ ...about, announced: words.present.anAnswer, answered: '', mean: '', rows: [] }];
    const given = givenTo(question, sentTo(activity.id));
    if (given.length < FEWEST) return [];
    return [
      {
        ...about,
        announced: words.present.aChart,
        answered: words.answers(given.length),
        mean: meanOf(question, given, language),
        rows: rowsOf(question, given, language),
      },
    ];
  });
}

/** Questions and ideas of the class, which nobody's name belongs to. */
export function ideaSlides(ideas: ChosenIdea[], language: Language): Slide[] {
  const { title, staff } = texts[language].ideas;
  return ideas.map(({ id, person, asked, text }) => ({
    id,
    activity: '',
    whose: [person],
    announced: staff.announced,
    ask: asked === '' ? title : asked,
    text,
    size: sizeOf(text),
    answered: '',
    mean: '',
    rows: [],
  }));
}

/** What somebody has chosen: options with the most chosen first, a scale in its own order. */
function rowsOf(question: Question, given: ReturnType<typeof givenTo>, language: Language): Slide['rows'] {
  const bars = barsOf(optionsOf(question), given, language).filter(({ count }) => count > 0);
  const sorted = question.kind === 'scale' ? bars : bars.toSorted((one, other) => other.count - one.count);
  return sorted.map(({ label, count, share }) => ({ label, count, share }));
}
