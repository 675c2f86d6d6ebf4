import { z } from 'zod';
import type { ScoreReport } from '../../domain/report.ts';
import type { Platform } from '../platforms/record.ts';
import type { FetchResponse } from '../publicFetch.ts';
import type { CallService } from './service.ts';

/** A service answered with a status that is no success; what it means is decided where the outcome is. */
export class ServiceRefused extends Error {
  readonly response: FetchResponse;
  constructor(response: FetchResponse) {
    super(`The platform answered ${response.status}.`);
    this.name = 'ServiceRefused';
    this.response = response;
  }
}

export interface LineItems {
  /** Address of the column of this placement: the launch's own, else one found or made. Undefined: the platform has none. */
  find(platform: Platform, report: ScoreReport): Promise<string | undefined>;
  /** Forgets a column that is gone. */
  drop(report: ScoreReport): void;
}

const container = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const single = 'application/vnd.ims.lis.v2.lineitem+json';

const lineItem = z.object({
  id: z.string().min(1).max(4096),
  resourceId: z.string().nullish(),
  resourceLinkId: z.union([z.string(), z.number()]).nullish(),
});

/** An address in a service, with a path added before its query and parameters added to it. */
export const serviceUrl = (
  base: string,
  { path = '', query = {} }: { path?: string; query?: Record<string, string> },
): string => {
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.toString();
};

const parse = <Shape extends z.ZodType>(shape: Shape, response: FetchResponse): z.infer<Shape> => {
  if (response.status < 200 || response.status > 299) throw new ServiceRefused(response);
  try {
    return shape.parse(JSON.parse(response.text));
  } catch {
    throw new ServiceRefused({ ...response, status: 502 });
  }
};

const MOST_REMEMBERED = 5000;

interface Needs {
  call: CallService;
  columnTitle: (activity: string) => string;
}

/** Line items (AGS 2.0, 3.2) for launches that bring none: found by what they are for, or made. */
export const createLineItems = ({ call, columnTitle }: Needs): LineItems => {
  const known = new Map<string, Promise<string>>();
  const keyOf = ({ platform, lineItems, resourceLink, activity }: ScoreReport): string =>
    JSON.stringify([platform, lineItems, resourceLink, activity]);

  const search = async (platform: Platform, report: ScoreReport): Promise<string | undefined> => {
    const query = { resource_id: report.activity, tag: report.kind, resource_link_id: report.resourceLink };
    const url = serviceUrl(report.lineItems, { query });
    const found = parse(z.array(lineItem), await call(platform, url, { headers: { accept: container } }));
    // A platform may ignore the filters: another activity's column, or another placement's, must not get the score.
    const ours = found.filter(({ resourceId, resourceLinkId }) => {
      return (
        resourceId === report.activity && (resourceLinkId == null || String(resourceLinkId) === report.resourceLink)
      );
    });
    return (ours.find(({ resourceLinkId }) => resourceLinkId != null) ?? ours[0])?.id;
  };

  const make = async (platform: Platform, report: ScoreReport): Promise<string> => {
    const { activity, kind, resourceLink } = report;
    const item = { scoreMaximum: 100, label: columnTitle(activity), resourceId: activity, tag: kind };
    const body = JSON.stringify({ ...item, ...(resourceLink !== '' && { resourceLinkId: resourceLink }) });
    const headers = { 'content-type': single, accept: single };
    return parse(lineItem, await call(platform, report.lineItems, { method: 'POST', headers, body })).id;
  };

  return {
    find: async (platform, report) => {
      if (report.lineItem !== '') return report.lineItem;
      if (report.lineItems === '') return undefined;
      const key = keyOf(report);
      // One search at a time for one column, or two workers would make it twice.
      const running = known.get(key) ?? search(platform, report).then((found) => found ?? make(platform, report));
      if (known.size > MOST_REMEMBERED) known.clear();
      known.set(key, running);
      running.catch(() => known.delete(key));
      return running;
    },
    drop: (report) => void known.delete(keyOf(report)),
  };
};
