import type { Request, Response } from 'express';
import { diaryRescue, type DiaryRescueDeps } from '../features/diary/index.ts';
import { circleRescue, type CircleRescueDeps } from '../features/symptomCircle/index.ts';
import { planRescue, type PlanRescueDeps } from '../activities/handleplan/index.ts';
import { stepRescue, type StepRescueDeps } from '../activities/engine/index.ts';
import { steppingOf } from '../activities/kinds.ts';
import { createRescue } from '../forms/rescue.ts';
import { keptIn, type RescuingDeps } from '../forms/rescueToken.ts';
import { count, type Limited } from '../http/limited.ts';
import type { KeepTokens } from '../forms/keepTokens.ts';

type RescuesDeps = RescuingDeps &
  DiaryRescueDeps &
  CircleRescueDeps &
  PlanRescueDeps &
  Omit<StepRescueDeps, 'steppingOf'> &
  KeptLimit;

interface KeptLimit {
  limited: Limited;
  keepTokens: KeepTokens;
}

/** Answers a form that arrives without a session. */
export function createRescues(deps: RescuesDeps): (req: Request, res: Response) => Promise<void> {
  const rescue = createRescue(deps, [
    planRescue(deps),
    diaryRescue(deps),
    circleRescue(deps),
    stepRescue({ ...deps, steppingOf }),
  ]);
  const mayGoOn = limitKept(deps);
  return async (req, res) => {
    await mayGoOn(req, res);
    await rescue(req, res);
  };
}

/**
 * A single form cannot be sent over and over, from any number of addresses. @returns rejects if it was sent too often
 */
function limitKept({ limited, keepTokens }: KeptLimit): (req: Request, res: Response) => Promise<void> {
  const ownerOf = (req: Request): string => keepTokens.read(keptIn(req))?.person ?? '';
  const limit = limited({ name: 'kept-form', perMinute: 60, keyGenerator: ownerOf });
  return async (req, res) => {
    if (ownerOf(req) !== '') await count(limit, req, res);
  };
}
