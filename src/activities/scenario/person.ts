import type { Condition, Consequence, Question, Step } from '../../content/course.ts';
import { readQuestion } from '../../content/questions/kinds.ts';
import { wordsOfQuestions } from '../../content/questions/words.ts';
import { scaleOptions } from '../../content/questions/scale.ts';
import type { YamlFile } from '../../content/package/yaml.ts';
import type { ReadContext } from '../../content/reading/activityReader.ts';
import { idsOf, WHOM, type PersonEntry, type ScenarioFile, type SceneEntry } from './schema.ts';
import { readScene } from './scene.ts';
import { headingOf } from '../../content/reading/markdown.ts';
import { noteTexts } from '../../content/reading/texts.ts';

interface Meeting {
  context: ReadContext;
  entry: ScenarioFile;
  at: { yaml: YamlFile; path: PropertyKey[] };
}

const LONGEST_ANSWER = 2000;

/**
 * The steps with one co-participant: the scenes, then a page with the choice's consequence, how it went, and the
 * reader's own thoughts.
 */
export async function stepsWith(meeting: Meeting, person: PersonEntry): Promise<Step[]> {
  const { context, entry, at } = meeting;
  noteAsked(meeting, person);
  const met: Condition[] = [{ question: WHOM, is: person.id }];
  const stepOf = async (scene: SceneEntry, id: string, path: PropertyKey[]): Promise<Step> => ({
    id: `${person.id}-${id}`,
    title: scene.title,
    minutes: entry.minutes,
    ...(await readScene(context, scene, { yaml: at.yaml, path: [...at.path, ...path] })),
    note: entry.fictional,
    questions: [],
    when: met,
  });
  const steps: Step[] = [];
  for (const [index, scene] of person.scenes.entries()) {
    const step = await stepOf(scene, `scene-${index + 1}`, ['scenes', index]);
    const before = steps.at(-1);
    if (before && isOnlyText(step)) Object.assign(before, continued(before, step));
    else steps.push(step);
  }
  const last = steps.at(-1);
  if (last) Object.assign(last, { questions: [choiceOf(person)], isFork: true });
  const end = await stepOf(person.wayOut, 'udvej', ['wayOut']);
  const thoughts = {
    title: entry.recognise.title,
    minutes: entry.minutes,
    html: '',
    questions: thoughtsOf(person, entry),
  };
  const whole = { ...end, ...continued(end, thoughts) };
  return [
    ...steps,
    { ...whole, minutes: entry.minutes + whole.minutes, openings: await consequencesOf(meeting, person) },
  ];
}

/** What each choice leads to: shown above how it went. */
async function consequencesOf({ context, at }: Meeting, person: PersonEntry): Promise<Consequence[]> {
  const consequences: Consequence[] = [];
  for (const [index, { id, then }] of person.choice.ways.entries()) {
    const path = [...at.path, 'choice', 'ways', index, 'then'];
    const scene = await readScene(context, then, { yaml: at.yaml, path });
    consequences.push({ ...scene, title: then.title, when: [{ question: idsOf(person).choice, is: id }] });
  }
  return consequences;
}

type Continuation = Pick<Step, 'title' | 'minutes' | 'html' | 'questions' | 'isHeavy'>;

/** A scene of text alone continues on the page of the one before it, so it costs no press of its own. */
function isOnlyText({ picture, sound, video }: Step): boolean {
  return !picture && !sound && !video;
}

/** What a step gains when another continues in it, below a heading. */
function continued(step: Continuation, { title, minutes, html, questions, isHeavy }: Continuation) {
  return {
    minutes: step.minutes + minutes,
    html: step.html + headingOf(title) + html,
    questions: [...step.questions, ...questions],
    ...((step.isHeavy || isHeavy) && { isHeavy: true }),
  };
}

function choiceOf(person: PersonEntry): Question {
  return {
    kind: 'one',
    id: idsOf(person).choice,
    ask: person.choice.ask,
    hint: person.choice.hint,
    required: true,
    leadsOn: true,
    options: person.choice.ways.map(({ id, label }) => ({ id, label })),
  };
}

function thoughtsOf(person: PersonEntry, { recognise }: ScenarioFile): Question[] {
  const { reflection, advice, questions } = person;
  const ids = idsOf(person);
  return [
    {
      kind: 'scale',
      id: ids.knows,
      ask: recognise.ask,
      hint: recognise.hint,
      required: false,
      options: scaleOptions(recognise.labels),
    },
    { kind: 'text', id: ids.thought, ...reflection, required: false, maxLength: LONGEST_ANSWER },
    { kind: 'text', id: ids.advice, ...advice, required: false, maxLength: LONGEST_ANSWER },
    ...questions.flatMap(readQuestion),
  ];
}

function noteAsked({ context, at }: Meeting, { choice, reflection, advice, questions }: PersonEntry): void {
  const said = [choice, reflection, advice].flatMap(({ ask, hint }) => [ask, hint]);
  const line = at.yaml.placeOf([...at.path, 'choice']).line;
  const labels = choice.ways.map(({ label }) => label);
  const asked = wordsOfQuestions(questions, [...at.path, 'questions']).filter(([, text]) => text !== '');
  noteTexts(context, at.yaml.file, [
    ...[...said, ...labels].map((text) => ({ line, text })),
    ...asked.map(([path, text]) => ({ line: at.yaml.placeOf(path).line, text })),
  ]);
}
