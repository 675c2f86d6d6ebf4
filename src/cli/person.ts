import { readConfig } from '../config.ts';
import { personCommand, usage } from './personCommands.ts';
import { end, runCommand } from './runCommand.ts';

end(await runCommand(process.argv.slice(2), { usage, answer: (words) => personCommand(words, readConfig()) }));
