import { z } from 'zod';
import type { ScoreReport } from '../../responses/report.ts';
import type { Platform } from '../platforms/record.ts';
import type { FetchResponse } from '../publicFetch.ts';
import { nextPage, readPages, serviceUrl } from './paging.ts';
import { type LineItem, pickLineItem } from './pickLineItem.ts';
import type { CallService } from './service.ts';

/** The line item service answered with something other than a line item; `outcomes.ts` decides what that means. */
export class LineItemRefused extends Error {
  readonly response: FetchResponse;
  constructor(response: FetchResponse) {
    super(`The platform answered ${response.status} for a line item.`);
    this.name = 'LineItemRefused';
    this.response = response;
  }
}

/** A request for one placement's column. */
export interface Wanted {
  platform: Platform;
  report: ScoreReport;
  /** See `ServiceRequest`. */
  deadline: number;
}

/** A line item container to read completely. */
type Container = Omit<Wanted, 'report'> & { lineItems: string };

/**
 * The line item container of a course (AGS 2.0, 3.2). All methods reject with `LineItemRefused`, or as the call does.
 */
export interface LineItemService {
  /** Returns every column that the platform shows us. */
  list(container: Container): Promise<LineItem[]>;
  /** Returns the address of the placement's existing column; undefined if there is none. */
  search(wanted: Wanted): Promise<string | undefined>;
  /** Makes a column; returns its address. */
  make(wanted: Wanted): Promise<string>;
}

const container = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const single = 'application/vnd.ims.lis.v2.lineitem+json';

const lineItem = z.object({
  id: z.url().max(4096),
  resourceId: z.string().nullish(),
  resourceLinkId: z.union([z.string(), z.number()]).nullish(),
  tag: z.string().nullish(),
});

/** In bytes. A course may have hundreds of columns. */
const LARGEST_LIST = 8_388_608;

/** Used in place of a status for a success with an unusable body. */
export const MALFORMED = 0;

function parse<Shape extends z.ZodType>(shape: Shape, response: FetchResponse): z.infer<Shape> {
  if (response.status < 200 || response.status > 299) throw new LineItemRefused(response);
  try {
    return shape.parse(JSON.parse(response.text));
  } catch {
    throw new LineItemRefused({ ...response, status: MALFORMED });
  }
}

interface Deps {
  call: CallService;
  columnTitle: (activity: string) => string;
}

export function createLineItemService({ call, columnTitle }: Deps): LineItemService {
  const list = async (
    { platform, lineItems, deadline }: Container,
    query: Record<string, string> = {},
  ): Promise<LineItem[]> => {
    const { items } = await readPages(serviceUrl(lineItems, { query }), async (url) => {
      const request = { headers: { accept: container }, maxBytes: LARGEST_LIST, deadline };
      const response = await call(platform, url, request);
      return { items: parse(z.array(lineItem), response), next: nextPage(response.headers['link'], url) };
    });
    return items;
  };
  const listFor = ({ report, ...wanted }: Wanted, query: Record<string, string>): Promise<LineItem[]> =>
    list({ ...wanted, lineItems: report.lineItems }, query);

  return {
    // Without `limit`, Moodle returns all columns at once, and no Link header to interpret.
    list,
    // Columns coupled to the link are searched first; a platform that did not couple the column may still have it.
    search: async (wanted) => {
      const { resourceId, tag, resourceLink } = wanted.report;
      const coupled = pickLineItem(await listFor(wanted, { resource_link_id: resourceLink }), wanted.report);
      return coupled ?? pickLineItem(await listFor(wanted, { resource_id: resourceId, tag }), wanted.report);
    },
    make: async ({ platform, report, deadline }) => {
      const { resourceId, tag, resourceLink } = report;
      const item = { scoreMaximum: 100, label: columnTitle(resourceId), resourceId, tag };
      const body = JSON.stringify({ ...item, ...(resourceLink !== '' && { resourceLinkId: resourceLink }) });
      const headers = { 'content-type': single, accept: single };
      return parse(lineItem, await call(platform, report.lineItems, { method: 'POST', headers, body, deadline })).id;
    },
  };
}
