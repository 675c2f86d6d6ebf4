import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { Limited } from '../../http/limited.ts';
import type { LinkSession } from '../../http/linkSession.ts';
import type { SignIns } from '../signIn/index.ts';
import type { Editing } from './editing.ts';
import type { Request, Response } from 'express';

export interface EditorDeps extends Editing {
  editors: SignIns['editors'];
  config: { toolUrl: string };
  limited: Limited;
  clock: Clock;
  log: Logger;
}

/** What every page of the editors is shown with. */
export type PageOf = (req: Request, res: Response) => ReturnType<LinkSession['pageOf']> & { csrf: string };
