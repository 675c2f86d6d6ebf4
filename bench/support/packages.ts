import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../src/root.ts';

/**
 * Packages that only a bench uses, and that are no dependencies of ours: Lighthouse alone is larger than all that the product runs on.
 * Their versions are fixed here. Raise them by hand.
 */
const versions = { lighthouse: '13.5.0', '@lti-tool/core': '1.0.6' };

type Name = keyof typeof versions;

function folderOf(name: Name): string {
  return join(root, '.runtime', 'bench', `${name.replace('/', '+')}@${versions[name]}`);
}

/**
 * Installs such a package beside our own (`.runtime/bench`), if it is not there yet, without running its scripts.
 * @throws if the registry is not within reach
 */
export function install(name: Name): void {
  const folder = folderOf(name);
  if (existsSync(join(folder, 'node_modules', name))) return;
  process.stderr.write(`Installing ${name} ${versions[name]} for this bench (once) …\n`);
  mkdirSync(folder, { recursive: true });
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', '--prefix', folder, ...quiet, `${name}@${versions[name]}`], { stdio: 'inherit' });
}

/** A module of an installed package. */
export async function moduleOf<Module>(name: Name, file: string): Promise<Module> {
  return (await import(pathToFileURL(join(folderOf(name), 'node_modules', name, file)).href)) as Module;
}

/** The same of a package whose files name one another without their endings, which Node does not take: as one file. */
export async function bundledModuleOf<Module>(name: Name, file: string): Promise<Module> {
  const outfile = join(folderOf(name), 'bundled.mjs');
  const entry = join(folderOf(name), 'node_modules', name, file);
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  return (await import(pathToFileURL(outfile).href)) as Module;
}
