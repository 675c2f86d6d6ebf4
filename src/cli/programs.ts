import type { Program } from './program.ts';

/** Every npm script that works on the server's store; each is loaded on demand. */
export const programs = {
  backup: () => import('./backup.ts'),
  doctor: () => import('./doctor.ts'),
  editors: () => import('./editors.ts'),
  evaluation: () => import('./evaluation.ts'),
  migrate: () => import('./migrate.ts'),
  person: () => import('./person.ts'),
  platform: () => import('./platform.ts'),
  reencrypt: () => import('./reencrypt.ts'),
  restore: () => import('./restore.ts'),
  retention: () => import('./retention.ts'),
  sessions: () => import('./sessions.ts'),
} satisfies Record<string, () => Promise<{ program: Program }>>;

export type ProgramName = keyof typeof programs;
