// Stores new pictures of pages for test/look/everyPage.test.ts. Look at them before committing.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', 'test/look/everyPage.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, RENEW_PICTURES: 'on' },
});
process.exit(status ?? 1);
