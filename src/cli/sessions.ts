import { readConfig } from '../config.ts';
import { end, runCommand } from './runCommand.ts';
import { sessionCommand, usage } from './sessionCommands.ts';

end(await runCommand(process.argv.slice(2), { usage, answer: (words) => sessionCommand(words, readConfig()) }));
