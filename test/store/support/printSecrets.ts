import { loadSecrets } from '../../../src/store/secrets.ts';

const [dataDir = ''] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(loadSecrets({ dataDir }))}\n`);
