import { readConfig } from '../config.ts';
import { runProgram } from './program.ts';
import { programs, type ProgramName } from './programs.ts';

// `node src/cli/main.ts <program> …`; `npm run <program> -- …` leads here too.
const [name = '', ...words] = process.argv.slice(2);
if (!Object.hasOwn(programs, name)) {
  process.stderr.write(`Usage: node src/cli/main.ts <program> …\nThere are: ${Object.keys(programs).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const { program } = await programs[name as ProgramName]();
  const { code, out, err } = await runProgram({ name, program }, words, () => readConfig());
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = code;
}
