import { readConfig } from '../config.ts';
import { runPlatform } from './runPlatform.ts';

const { code, out, err } = await runPlatform(process.argv.slice(2), () => readConfig());
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
