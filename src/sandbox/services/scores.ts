import type { RequestHandler } from 'express';
import type { Core } from '../core.ts';
import { media } from '../vocabulary.ts';
import { queryText, refuse } from './refuse.ts';
import { pageOf } from './paging.ts';
import { judgeScore } from './scoreRules.ts';

type ItemHandler = RequestHandler<{ item: string }>;

/** Receives a score (AGS 2.0, 3.4): 200 with an empty body, as in Moodle. */
export function takeScore(core: Core): ItemHandler {
  return async (req, res) => {
    const item = await core.lineItems.get(req.params.item);
    if (!item) {
      refuse(req, res, 404);
      return;
    }
    const verdict = judgeScore(req.body, item, core.clock());
    if (verdict.kind === 'refused') {
      if (verdict.status === 400) {
        refuse(req, res, 400);
        return;
      }
      res.status(502).type('html').send('<html><body><h1>502 Bad Gateway</h1></body></html>');
      return;
    }
    if ((await core.grades.put(verdict.grade)) === 'refused') {
      refuse(req, res, 409);
      return;
    }
    res.status(200).type(media.score).end();
  };
}

/** Lists the people with a grade or a comment (AGS 2.0, 3.3). */
export function listResults(core: Core): ItemHandler {
  return async (req, res) => {
    const item = await core.lineItems.get(req.params.item);
    if (!item) {
      refuse(req, res, 404);
      return;
    }
    const person = queryText(req, 'user_id');
    const grades = (await core.grades.ofLineItem(item.id)).filter(
      (grade) => (grade.score !== null || grade.comment) && (person === undefined || grade.person === person),
    );
    const results = pageOf(req, grades).items.map((grade) => ({
      id: core.addresses.lineItem(item).replace('?', `/results/${grade.person}?`),
      userId: grade.person,
      resultMaximum: item.scoreMaximum,
      scoreOf: core.addresses.lineItem(item),
      timestamp: new Date(grade.gradedAt * 1000).toISOString().replace('.000Z', '+00:00'),
      ...(grade.score !== null && { resultScore: grade.score }),
      ...(grade.comment && { comment: grade.comment }),
    }));
    res.type(media.results).send(JSON.stringify(results));
  };
}
