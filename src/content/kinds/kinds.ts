import { z } from 'zod';
import type { ActivityKind } from '../../domain/answers.ts';
import type { Activity } from '../course.ts';
import { checkShape } from '../shape.ts';
import type { YamlFile } from '../yaml.ts';
import { readHandleplan } from './handleplan.ts';
import { readPrep } from './prep.ts';
import type { ActivityReader, ReadContext } from './reader.ts';
import { readScenario } from './scenario.ts';

/** Every kind of activity a module may hold; surveys belong to the course (`surveys.ts`). A new kind is its file and a line here. */
const readers: Partial<Record<ActivityKind, ActivityReader>> = {
  prep: readPrep,
  scenario: readScenario,
  handleplan: readHandleplan,
};

const kindSchema = z.looseObject({ kind: z.enum(Object.keys(readers)) });

/** Reads an activity by the reader of its kind. */
export async function readActivity(context: ReadContext, yaml: YamlFile): Promise<Activity | undefined> {
  const kind = checkShape(context.reading, yaml, kindSchema)?.kind;
  const read = kind === undefined ? undefined : readers[kind as ActivityKind];
  return read?.(context, yaml);
}
