import type { Step, SteppedActivity } from '../../content/course.ts';
import { headingOf } from '../../content/reading/markdown.ts';
import { readQuestion } from '../../content/questions/kinds.ts';
import { wordsOfQuestions } from '../../content/questions/words.ts';
import { activityVersion } from '../../content/reading/version.ts';
import type { ActivityReader, ReadContext } from '../../content/reading/activityReader.ts';
import { checkShape } from '../../content/reading/shape.ts';
import type { YamlFile } from '../../content/package/yaml.ts';
import { prepSchema, type PrepFile } from './schema.ts';
import { readMarkdown } from '../../content/reading/texts.ts';
import { readVideo } from '../../content/reading/video.ts';

/** Reads a preparation: steps of video, text and questions. */
export const readPrep: ActivityReader<SteppedActivity> = async (context, yaml) => {
  const entry = checkShape(context.reading, yaml, prepSchema);
  if (!entry) return undefined;
  noteTexts(context, yaml, entry);
  const steps: Step[] = [];
  for (const [index, step] of entry.steps.entries()) {
    const { id, title, minutes, drawing, text } = step;
    const path = ['steps', index];
    const video = step.video && (await readVideo(context, { entry: step.video, yaml, path: [...path, 'video'] }));
    const html = text ? await readMarkdown(context, { name: text, namedAt: yaml.placeOf([...path, 'text']) }) : '';
    const questions = step.questions.flatMap(readQuestion);
    const whole: Step = { id, title, minutes, ...(drawing && { drawing }), video, html, questions };
    const page = steps.findLast((one) => !one.goesOn);
    if (step.goesOn && page) goOn(page, whole);
    steps.push(step.goesOn ? { ...whole, questions: [], goesOn: true } : whole);
  }
  const { kind, id, title, intro } = entry;
  const minutes = entry.steps.reduce((total, step) => total + step.minutes, 0);
  const content = { kind, id, title, intro, minutes, steps };
  return { ...content, version: activityVersion(content) };
};

/** Merges a step into the page before it, below that page's questions, with its title as a heading. */
function goOn(page: Step, { id, title, minutes, html, questions: [first, ...rest] }: Step): void {
  if (!first) return;
  page.holds = [...(page.holds ?? []), id];
  page.minutes += minutes;
  page.questions.push({ ...first, above: { html: headingOf(title) + html } }, ...rest);
}

function noteTexts({ reading, language }: ReadContext, yaml: YamlFile, entry: PrepFile): void {
  const texts: [PropertyKey[], string][] = [
    [['title'], entry.title],
    [['intro'], entry.intro],
  ];
  for (const [s, step] of entry.steps.entries()) {
    texts.push([['steps', s, 'title'], step.title]);
    if (step.video) texts.push([['steps', s, 'video', 'title'], step.video.title]);
    if (step.video?.pause) texts.push([['steps', s, 'video', 'pause', 'ask'], step.video.pause.ask]);
    texts.push(...wordsOfQuestions(step.questions, ['steps', s, 'questions']));
  }
  const pieces = texts
    .filter(([, text]) => text !== '')
    .map(([path, text]) => ({ line: yaml.placeOf(path).line, text }));
  reading.texts.push({ file: yaml.file, language, pieces });
}
