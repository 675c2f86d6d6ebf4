import { createAsking } from './asking.ts';
import { connect } from './connect.ts';
import { checkFormat } from './format.ts';
import { makeTable, shapesIn } from './indexes.ts';
import { modelOf } from './model.ts';
import { mongoTable } from './table.ts';
import type { Engine } from '../engine.ts';

/**
 * The engine for several processes, on mongoose.
 * @param databaseUrl `mongodb://` or `mongodb+srv://`, as MongoDB's drivers understand it
 * @throws {CannotOpenStore}
 */
export async function openMongo(databaseUrl: string): Promise<Engine> {
  const connection = await connect(databaseUrl);
  const asking = createAsking();
  const { ask } = asking;
  try {
    await ask(() => checkFormat(connection));
  } catch (error) {
    await connection.close();
    throw error;
  }
  return {
    table: (shape) =>
      ask(async () => {
        const model = modelOf(connection, shape);
        await makeTable(model, shape);
        return mongoTable({ model, ask }, shape);
      }),
    shapes: () => ask(() => shapesIn(connection)),
    ping: () =>
      ask(async () => {
        await connection.db?.command({ ping: 1 });
      }),
    // The server overwrites its journal and oplog in its own time.
    scrub: () => Promise.resolve(),
    close: async () => {
      await asking.end();
      await connection.close();
    },
  };
}
