import type { Measures } from '../domain/measures.ts';
import type { Table } from './engine.ts';

/** A table whose operations are timed, under a few fixed names. */
export function measuring(table: Table, measure: Measures['store']): Table {
  const timed = <Given extends unknown[], Result>(operation: string, work: (...given: Given) => Promise<Result>) => {
    return async (...given: Given): Promise<Result> => {
      const begun = performance.now();
      let failed = true;
      try {
        const result = await work(...given);
        failed = false;
        return result;
      } finally {
        measure(operation, (performance.now() - begun) / 1000, failed);
      }
    };
  };
  return {
    insert: timed('insert', table.insert.bind(table)),
    get: timed('get', table.get.bind(table)),
    replace: timed('replace', table.replace.bind(table)),
    rewrite: timed('rewrite', table.rewrite.bind(table)),
    find: timed('find', table.find.bind(table)),
    count: timed('count', table.count.bind(table)),
    countBelow: timed('count', table.countBelow.bind(table)),
    take: timed('take', table.take.bind(table)),
    delete: timed('delete', table.delete.bind(table)),
    deleteMany: timed('delete', table.deleteMany.bind(table)),
    deleteBelow: timed('delete', table.deleteBelow.bind(table)),
    claim: timed('claim', table.claim.bind(table)),
  };
}
