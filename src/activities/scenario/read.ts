import type { Option, Step, SteppedActivity } from '../../content/course.ts';
import { checkShape } from '../../content/reading/shape.ts';
import { activityVersion } from '../../content/reading/version.ts';
import type { ActivityReader } from '../../content/reading/activityReader.ts';
import { readPicture } from './scene.ts';
import { stepsWith } from './person.ts';
import { scenarioSchema, WHOM, type ScenarioFile } from './schema.ts';
import { noteTexts, readInline } from '../../content/reading/texts.ts';

/** Reads digital co-participants: a step to choose whom to meet, then the steps with each of them. */
export const readScenario: ActivityReader<SteppedActivity> = async (context, yaml) => {
  const entry = checkShape(context.reading, yaml, scenarioSchema);
  if (!entry) return undefined;
  noteTexts(
    context,
    yaml.file,
    pieces(entry, (key) => yaml.placeOf([key]).line),
  );
  const options: Option[] = [];
  const met: Step[] = [];
  for (const [index, person] of entry.people.entries()) {
    const { id, name, about } = person;
    const at = { yaml, path: ['people', index] };
    noteTexts(context, yaml.file, [{ line: yaml.placeOf(at.path).line, text: about }]);
    options.push({ id, label: name, about, picture: await readPicture(context, person.picture, at) });
    met.push(...(await stepsWith({ context, entry, at }, person)));
  }
  const { kind, id, title, intro, minutes, choosing } = entry;
  const html = entry.meanwhile ? readInline(context, entry.meanwhile, yaml.placeOf(['meanwhile'])) : '';
  const steps = [{ ...choosingStep(entry, options), html }, ...met];
  const content = { kind, id, title, intro, minutes: minutes * stepsOnTheWay(entry), steps };
  return { ...content, version: activityVersion({ ...content, choosing }) };
};

function choosingStep({ choosing, minutes, fictional }: ScenarioFile, options: Option[]): Step {
  return {
    id: 'moed',
    title: choosing.title,
    minutes,
    video: undefined,
    html: '',
    questions: [
      {
        kind: 'one',
        id: WHOM,
        ask: choosing.ask,
        hint: choosing.hint || fictional,
        required: true,
        leadsOn: true,
        options,
      },
    ],
    isFork: true,
  };
}

/**
 * The minutes of the choice, the longest story's scenes, one consequence, the reader's own thoughts, and how it went.
 */
function stepsOnTheWay({ people }: ScenarioFile): number {
  return 4 + Math.max(...people.map(({ scenes }) => scenes.length));
}

function pieces(entry: ScenarioFile, lineOf: (key: string) => number) {
  const { title, intro, fictional, choosing, recognise } = entry;
  return [
    ...[title, intro].map((text) => ({ line: lineOf('intro'), text })),
    { line: lineOf('fictional'), text: fictional },
    ...[choosing.title, choosing.ask, choosing.hint].map((text) => ({ line: lineOf('choosing'), text })),
    ...[recognise.title, recognise.ask, recognise.hint, ...recognise.labels].map((text) => ({
      line: lineOf('recognise'),
      text,
    })),
  ];
}
