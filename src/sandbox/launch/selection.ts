import type { Request, RequestHandler } from 'express';
import { jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import { deployment } from '../addresses.ts';
import type { Core } from '../core.ts';
import { originalCourse } from '../course/courses.ts';
import { showError, showSelected } from '../pages/show.ts';
import { toolKeys } from '../services/toolKeys.ts';
import { claim } from '../vocabulary.ts';

const lineItem = z.object({
  scoreMaximum: z.number().positive(),
  label: z.string().optional(),
  resourceId: z.string().optional(),
  tag: z.string().optional(),
});

const resourceLink = z.object({
  type: z.literal('ltiResourceLink'),
  title: z.string().optional(),
  text: z.string().optional(),
  url: z.url().optional(),
  custom: z.record(z.string(), z.string()).optional(),
  lineItem: lineItem.optional(),
});
type ResourceLink = z.infer<typeof resourceLink>;

const response = z.object({
  nonce: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
  [claim.messageType]: z.literal('LtiDeepLinkingResponse'),
  [claim.version]: z.literal('1.3.0'),
  [claim.deployment]: z.literal(deployment),
  [claim.contentItems]: z.array(z.looseObject({ type: z.string() })).default([]),
});

async function verified(core: Core, token: string): Promise<JWTPayload | undefined> {
  const registration = await core.registrations.current();
  if (!registration) return undefined;
  try {
    const { payload } = await jwtVerify(token, await toolKeys(registration.keySetUrl), {
      algorithms: ['RS256'],
      issuer: registration.clientId,
      audience: core.addresses.issuer,
      currentDate: new Date(core.clock()),
    });
    return payload;
  } catch (error) {
    core.log('sandbox refused a deep linking response', { cause: error instanceof Error ? error.message : 'unknown' });
    return undefined;
  }
}

/**
 * The items that the tool's response asks for; undefined if the response is invalid (Deep Linking 2.0, 2.2): key,
 * issuer, audience, times, nonce, deployment, message type, version, the returned `data`, or a malformed item.
 */
async function itemsOf(core: Core, token: string, data: string): Promise<ResourceLink[] | undefined> {
  const payload = await verified(core, token);
  const parsed = response.safeParse(payload);
  if (!parsed.success || payload?.[claim.deepLinkingData] !== data) return undefined;
  if (!(await core.usedIds.firstUse(`nonce:${parsed.data.nonce}`, null))) return undefined;
  // As in Moodle, types that were not asked for are ignored.
  const wanted = parsed.data[claim.contentItems].filter((item) => item.type === 'ltiResourceLink');
  const items = z.array(resourceLink).safeParse(wanted);
  return items.success ? items.data : undefined;
}

async function add({ activities, lineItems, registrations }: Core, item: ResourceLink): Promise<void> {
  const title = item.title ?? (await registrations.current())?.name ?? '';
  const course = originalCourse.id;
  const activity = await activities.add({
    course,
    title,
    text: item.text ?? '',
    custom: item.custom ?? {},
    container: 'frame',
    url: item.url ?? '',
  });
  if (!item.lineItem) return;
  const { scoreMaximum, resourceId = '', tag = '' } = item.lineItem;
  // The column has the activity's name: Moodle ignores the label.
  await lineItems.add({ course, label: title, scoreMaximum, activity: activity.id, resourceId, tag });
}

function field(req: Request, name: string): string {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/** Receives the tool's deep linking response and makes the activities, in the order in which they were sent. */
export function selectionEndpoint(core: Core): RequestHandler {
  return async (req, res) => {
    const id = typeof req.query['id'] === 'string' ? req.query['id'] : '';
    const selection = await core.selections.look(id);
    const items = selection && (await itemsOf(core, field(req, 'JWT'), selection.data));
    if (!items || !(await core.selections.take(id))) {
      return showError(core, { req, res, status: 400, problem: 'selectionRefused' });
    }
    for (const item of items) await add(core, item);
    await showSelected(core, { req, res, count: items.length });
  };
}
