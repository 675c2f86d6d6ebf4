import type { z } from 'zod';
import { report, type Reading } from './context.ts';
import { pathText, sentenceOf } from './shapeWords.ts';
import type { YamlFile } from '../package/yaml.ts';

/**
 * Checks the contents of a YAML file against its schema. Reports every fault in words; returns nothing if there was
 * one.
 */
export function checkShape<S extends z.ZodType>(reading: Reading, yaml: YamlFile, schema: S): z.output<S> | undefined {
  const parsed = schema.safeParse(yaml.value, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const path = [...issue.path, key];
        report(reading, yaml.placeOfKey(issue.path, key), {
          da: `${pathText(path, 'da')} er et ukendt ord her. Ret ordet, eller fjern linjen.`,
          en: `${pathText(path, 'en')} is not known here; correct the word or remove it`,
        });
      }
    } else {
      report(reading, yaml.placeOf(issue.path), sentenceOf(issue));
    }
  }
  return undefined;
}
