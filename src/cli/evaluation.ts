import { readConfig } from '../config.ts';
import { runEvaluation } from './runPlatform.ts';

const { code, out, err } = await runEvaluation(process.argv.slice(2), () => readConfig());
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
