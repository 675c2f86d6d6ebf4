import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Product } from '../../support/product.ts';

/** A fault of the disk under a running product, caused for true. */
export interface StoreTrouble {
  name: string;
  /** As the product's log names it. */
  logged: string;
  /** Why it cannot be caused here; undefined where it can. */
  missing: string | undefined;
  /** How the product must be run. */
  through?: readonly string[];
  /** Not told as unready: it passes by itself, and to ask would mean to wait. */
  passesQuickly?: boolean;
  begin(product: Product): void;
  end(product: Product): void;
}

/**
 * A folder on a disk: files in memory (tmpfs) can be marked unchangeable too, but what has them open goes on writing.
 * `/var/tmp` is on a disk wherever there is one.
 */
export const onDisk = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();

function store({ dataDir }: Product) {
  return join(dataDir, 'store.sqlite');
}

/** A small disk of its own that only this process sees; it is gone when the process ends. */
const smallDisk = [
  ...['unshare', '--user', '--map-root-user', '--mount'],
  ...['sh', '-c', 'mount -t tmpfs -o size=24m tmpfs "$DATA_DIR" && exec "$0" "$@"'],
];

/** The small disk, seen from outside. */
function filler(product: Product) {
  return join(`/proc/${product.pid()}/root`, product.dataDir, 'filler');
}

function fill(path: string): void {
  const file = openSync(path, 'a');
  for (const size of [1 << 16, 1 << 12, 1]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 1));
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOSPC') throw error;
    }
  }
  closeSync(file);
}

function missingUnless(works: boolean, what: string): string | undefined {
  return works ? undefined : what;
}

function succeeds([command = '', ...args]: readonly string[], env = {}): boolean {
  return spawnSync(command, args, { env: { ...process.env, ...env } }).status === 0;
}

export const diskFull: StoreTrouble = {
  name: 'the disk is full',
  logged: 'the disk is full',
  missing: missingUnless(succeeds([...smallDisk, 'true'], { DATA_DIR: tmpdir() }), 'no disk of its own can be mounted'),
  through: smallDisk,
  begin: (product) => fill(filler(product)),
  end: (product) => rmSync(filler(product)),
};

function limit(product: Product, size: string) {
  return execFileSync('prlimit', ['--pid', String(product.pid()), `--fsize=${size}:unlimited`]);
}

export const notWritable: StoreTrouble = {
  name: 'the disk takes no writing any more',
  logged: 'the disk gave an error',
  missing: missingUnless(succeeds(['prlimit', '--version']), 'there is no prlimit'),
  begin: (product) => limit(product, '1'),
  end: (product) => limit(product, 'unlimited'),
};

function mark(product: Product, flag: '+i' | '-i') {
  const files = ['', '-wal', '-shm'].map((end) => store(product) + end).filter((file) => existsSync(file));
  execFileSync('chattr', [flag, ...files]);
}

/** Whether files can be made unchangeable, also for a program that has them open: takes a file system that can, and the right to. */
function canFreeze(): boolean {
  const probe = join(onDisk, `probe-${process.pid}`);
  const file = openSync(probe, 'w');
  try {
    if (!succeeds(['chattr', '+i', probe])) return false;
    return throws(() => writeSync(file, 'x'));
  } finally {
    succeeds(['chattr', '-i', probe]);
    closeSync(file);
    rmSync(probe);
  }
}

function throws(act: () => void): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}

export const readOnly: StoreTrouble = {
  name: 'its files can only be read',
  logged: 'the disk gave an error',
  missing: missingUnless(canFreeze(), 'no file can be made unchangeable here'),
  begin: (product) => mark(product, '+i'),
  end: (product) => mark(product, '-i'),
};

let holder: DatabaseSync | undefined;

export const lockedByAnother: StoreTrouble = {
  name: 'another program holds it locked',
  logged: 'another program holds it locked',
  missing: undefined,
  passesQuickly: true,
  begin: (product) => {
    holder = new DatabaseSync(store(product));
    holder.exec('BEGIN IMMEDIATE');
  },
  end: () => {
    holder?.close();
    holder = undefined;
  },
};
