import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Core } from '../core.ts';
import type { LineItem } from '../course/lineItems.ts';
import { media } from '../vocabulary.ts';
import { malformedLink, pageOf } from './paging.ts';
import { queryNumber, queryText, refuse, type AnyRequest } from './refuse.ts';

const sentLineItem = z.object({
  label: z.string(),
  scoreMaximum: z.coerce.number().positive(),
  resourceId: z.string().default(''),
  resourceLinkId: z.string().default(''),
  tag: z.string().default(''),
});

function asJson({ addresses }: Core, item: LineItem): Record<string, unknown> {
  return {
    id: addresses.lineItem(item),
    label: item.label,
    scoreMaximum: item.scoreMaximum,
    resourceId: item.resourceId,
    tag: item.tag,
    ...(item.activity && { resourceLinkId: item.activity, ltiLinkId: item.activity }),
  };
}

function matches(req: AnyRequest, item: LineItem): boolean {
  const asked = (name: string, value: string) => (queryText(req, name) ?? value) === value;
  return asked('resource_link_id', item.activity) && asked('resource_id', item.resourceId) && asked('tag', item.tag);
}

type CourseHandler = RequestHandler<{ course: string }>;

export function listLineItems(core: Core): CourseHandler {
  return async (req, res) => {
    const all = (await core.lineItems.of(req.params.course)).filter((item) => matches(req, item));
    const page = pageOf(req, all);
    if (page.nextFrom !== undefined) {
      malformedLink(
        res,
        `${core.addresses.lineItems(req.params.course)}&limit=${queryNumber(req, 'limit')}&from=${page.nextFrom}`,
      );
    }
    res.type(media.lineItems).send(JSON.stringify(page.items.map((item) => asJson(core, item))));
  };
}

export function addLineItem(core: Core): CourseHandler {
  return async (req, res) => {
    const sent = sentLineItem.safeParse(req.body);
    if (!sent.success) {
      refuse(req, res, 400);
      return;
    }
    const { resourceLinkId: activity, ...rest } = sent.data;
    const { course } = req.params;
    if (activity && (await core.activities.get(activity))?.course !== course) {
      refuse(req, res, 403);
      return;
    }
    const item = await core.lineItems.add({ ...rest, course, activity });
    res
      .status(201)
      .type(media.lineItem)
      .send(JSON.stringify(asJson(core, item)));
  };
}

type ItemHandler = RequestHandler<{ item: string }>;

export function getLineItem(core: Core): ItemHandler {
  return async (req, res) => {
    const item = await core.lineItems.get(req.params.item);
    if (!item) {
      refuse(req, res, 404);
      return;
    }
    res.type(media.lineItem).send(JSON.stringify(asJson(core, item)));
  };
}

export function changeLineItem(core: Core): ItemHandler {
  return async (req, res) => {
    const item = await core.lineItems.get(req.params.item);
    if (!item) {
      refuse(req, res, 404);
      return;
    }
    const sent = sentLineItem.safeParse(req.body);
    if (!sent.success) {
      refuse(req, res, 400);
      return;
    }
    const { resourceLinkId: activity, ...rest } = sent.data;
    const changed = { ...item, ...rest, activity: activity || item.activity };
    await core.lineItems.change(changed);
    // As in Moodle, grades keep their percentage when the maximum changes.
    if (item.scoreMaximum !== changed.scoreMaximum) {
      await core.grades.rescale(item.id, changed.scoreMaximum / item.scoreMaximum);
    }
    res.type(media.lineItem).send(JSON.stringify(asJson(core, changed)));
  };
}

export function removeLineItem(core: Core): ItemHandler {
  return async (req, res) => {
    if (!(await core.lineItems.get(req.params.item))) {
      refuse(req, res, 404);
      return;
    }
    await core.lineItems.remove(req.params.item);
    await core.grades.removeLineItem(req.params.item);
    res.status(204).end();
  };
}
