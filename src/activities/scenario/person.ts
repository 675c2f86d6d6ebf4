import type { Condition, Question, Step } from '../../content/course.ts';
import { scaleOptions } from '../../content/questions/scale.ts';
import type { YamlFile } from '../../content/yaml.ts';
import type { ReadContext } from '../../content/activityReader.ts';
import { WHOM, type PersonEntry, type ScenarioFile, type SceneEntry } from './schema.ts';
import { readScene } from './scene.ts';
import { noteTexts } from '../../content/texts.ts';

interface Meeting {
  context: ReadContext;
  entry: ScenarioFile;
  at: { yaml: YamlFile; path: PropertyKey[] };
}

const LONGEST_ANSWER = 2000;

/** The steps with one co-participant: the scenes, the consequence of the choice, one's own thoughts, and how it went. */
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
    steps.push(await stepOf(scene, `scene-${index + 1}`, ['scenes', index]));
  }
  const last = steps.at(-1);
  if (last) Object.assign(last, { questions: [choiceOf(person)], isFork: true });
  for (const [index, way] of person.choice.ways.entries()) {
    const step = await stepOf(way.then, `vej-${way.id}`, ['choice', 'ways', index, 'then']);
    steps.push({ ...step, when: [...met, { question: choiceId(person), is: way.id }] });
  }
  steps.push({
    id: `${person.id}-tanker`,
    title: entry.recognise.title,
    minutes: entry.minutes,
    video: undefined,
    html: '',
    questions: thoughtsOf(person, entry),
    when: met,
  });
  return [...steps, await stepOf(person.wayOut, 'udvej', ['wayOut'])];
}

function choiceId({ id }: PersonEntry): string {
  return `${id}-valg`;
}

function choiceOf(person: PersonEntry): Question {
  return {
    kind: 'one',
    id: choiceId(person),
    ask: person.choice.ask,
    hint: person.choice.hint,
    required: true,
    options: person.choice.ways.map(({ id, label }) => ({ id, label })),
  };
}

function thoughtsOf({ id, reflection, advice }: PersonEntry, { recognise }: ScenarioFile): Question[] {
  return [
    {
      kind: 'scale',
      id: `${id}-kender`,
      ask: recognise.ask,
      hint: recognise.hint,
      required: false,
      options: scaleOptions(recognise.labels),
    },
    { kind: 'text', id: `${id}-tanke`, ...reflection, required: false, maxLength: LONGEST_ANSWER },
    { kind: 'text', id: `${id}-raad`, ...advice, required: false, maxLength: LONGEST_ANSWER },
  ];
}

function noteAsked({ context, at }: Meeting, { choice, reflection, advice }: PersonEntry): void {
  const said = [choice, reflection, advice].flatMap(({ ask, hint }) => [ask, hint]);
  const line = at.yaml.placeOf([...at.path, 'choice']).line;
  const labels = choice.ways.map(({ label }) => label);
  noteTexts(
    context,
    at.yaml.file,
    [...said, ...labels].map((text) => ({ line, text })),
  );
}
