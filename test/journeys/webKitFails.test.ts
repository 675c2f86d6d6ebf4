import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { launchWebKit } from '../support/engines/webkit.ts';
import { webKit } from '../support/engines/engines.ts';
import { until } from '../support/waiting.ts';

/** The programs that this process has begun and that still run. */
function begun(): { pid: string; name: string }[] {
  return readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .filter((pid) => existsSync(`/proc/${pid}/comm`))
    .map((pid) => ({ pid, name: readFileSync(`/proc/${pid}/comm`, 'utf8').trim() }));
}

describe('WebKitGTK for tests', function () {
  this.timeout(90_000);
  before(function () {
    if (!webKit.isHere()) this.skip();
  });

  it('leaves no screen and no driver behind where its session does not begin', async () => {
    const failing = launchWebKit({ width: 320 }).then(
      () => undefined,
      (error: unknown) => error,
    );
    let driver: string | undefined;
    await until('its driver runs', () => {
      driver = begun().find(({ name }) => name.startsWith('WebKitWebDriv'))?.pid;
      return driver !== undefined;
    });
    process.kill(Number(driver));
    expect(await failing).to.be.instanceOf(Error);
    await until('all of it has ended', () => !begun().some(({ name }) => /^(Xvfb|WebKitWebDriv)/.test(name)));
  });

  it('leaves no screen behind where the tests end in the middle', async () => {
    const display = join(import.meta.dirname, '../support/engines/display.ts');
    const script = `const { openDisplay } = await import(${JSON.stringify(display)});
      console.log((await openDisplay()).name); process.exit(3);`;
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(status).to.equal(3);
    const lock = `/tmp/.X${stdout.trim().slice(1)}-lock`;
    await until('the screen is gone', () => !existsSync(lock));
  });
});
