import type { Draft } from './draft.ts';
import type { Files } from './differences.ts';
import type { Facts } from './listPage.ts';

/** What each text file says of itself; read line by line, as a draft may be anything but YAML. */
export async function factsOf(draft: Draft, files: Files): Promise<Map<string, Facts>> {
  const yaml = [...files.values()].filter(({ path }) => path.endsWith('.yaml'));
  const found = yaml.map(async (file) => [file.path, factsIn(String(await draft.read(file)))] as const);
  return new Map(await Promise.all(found));
}

export function factsIn(source: string): Facts {
  return { id: valueOf(source, 'id'), title: valueOf(source, 'title') };
}

function valueOf(source: string, key: string): string {
  const [, value = ''] = new RegExp(`^${key}:[ \\t]*(.*)$`, 'm').exec(source) ?? [];
  return value.trim().replace(/^(['"])(.*)\1$/, '$2');
}
