import { Router, type Request } from 'express';
import { can } from '../../src/http/actions.ts';
import type { RoomRoute, Visit } from '../../src/http/route.ts';
import type { Viewer } from '../../src/domain/viewer.ts';

/** One way to ask one address below `/rum/<room>`. */
export interface Asking {
  method: 'get' | 'post';
  address: string;
}

/**
 * Every address of the route table, with each parameter as it could be.
 * @param samples values of each parameter
 * @throws {Error} where a parameter has none: a new route must be met by the matrix
 */
export function askingsOf(routes: readonly RoomRoute[], samples: Readonly<Record<string, string[]>>): Asking[] {
  const all = routes.flatMap(({ method, path }) => filled(path, samples).map((address) => `${method} ${address}`));
  return [...new Set(all)].map((one) => {
    const [method, address = ''] = one.split(' ');
    return { method: method === 'post' ? 'post' : 'get', address };
  });
}

function filled(path: string, samples: Readonly<Record<string, string[]>>): string[] {
  const parameter = /\{?\/\*\w+\}?|:\w+/.exec(path)?.[0];
  if (parameter === undefined) return [path];
  const values = parameter.startsWith(':') ? samples[parameter.slice(1)] : ['', '/noget/andet'];
  if (!values) throw new Error(`The matrix has no sample for ${parameter} in ${path}.`);
  return values.flatMap((value) => filled(path.replace(parameter, value), samples));
}

/** Whether the route table lets this viewer in here, by Express's own matching and the routes' declarations alone. */
export function declaredBy(routes: readonly RoomRoute[]) {
  const routesAt = matcherOf(routes);
  return async (asking: Asking, viewer: Viewer): Promise<boolean> => {
    for (const { route, params } of routesAt(asking)) {
      const visit = { viewer, req: { params, query: {} } } as unknown as Visit;
      if (can(viewer.role, route.action) && (await route.applies?.(visit)) !== false) return true;
    }
    return false;
  };
}

/** To make a router of all routes takes longer than to ask it. */
function matcherOf(routes: readonly RoomRoute[]) {
  let met: { route: RoomRoute; params: Request['params'] }[] = [];
  const router = Router();
  for (const route of routes)
    router[route.method](route.path, (req, _res, next) => {
      met.push({ route, params: { ...req.params } });
      next();
    });
  return ({ method, address }: Asking) => {
    met = [];
    const asked = { method: method.toUpperCase(), url: address };
    router(asked as unknown as Request, {} as never, () => undefined);
    return met;
  };
}
