import type { Request, Response } from 'express';
import { createDiaryRescue, type DiaryRescueDeps } from './features/diary/index.ts';
import { createPlanRescue, type PlanRescueDeps } from './features/handleplan/index.ts';
import { keptIn } from './features/rescuing.ts';
import { createRescue, type RescueDeps } from './features/steps/index.ts';
import { count, type Limited } from './http/limited.ts';
import type { KeepTokens } from './responses/keepTokens.ts';

type RescuesDeps = DiaryRescueDeps & PlanRescueDeps & RescueDeps & KeptLimit;

interface KeptLimit {
  limited: Limited;
  keepTokens: KeepTokens;
}

/** A form that came without its session is answered by the kind of activity it belongs to. */
export function createRescues(deps: RescuesDeps): (req: Request, res: Response) => Promise<void> {
  const [rescuePlan, rescueStep] = [createPlanRescue(deps), createRescue(deps)];
  const rescueDiary = createDiaryRescue(deps);
  const mayGoOn = limitKept(deps);
  return async (req, res) => {
    await mayGoOn(req, res);
    if ((await rescuePlan(req, res)) || (await rescueDiary(req, res))) return;
    await rescueStep(req, res);
  };
}

/** One form cannot be sent again and again, from however many addresses. @returns rejects where it was too often */
function limitKept({ limited, keepTokens }: KeptLimit): (req: Request, res: Response) => Promise<void> {
  const ownerOf = (req: Request): string => keepTokens.read(keptIn(req))?.person ?? '';
  const limit = limited({ name: 'kept-form', perMinute: 60, keyGenerator: ownerOf });
  return async (req, res) => {
    if (ownerOf(req) !== '') await count(limit, req, res);
  };
}
