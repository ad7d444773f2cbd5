import { type RouteContract, type RouteName, ROUTES } from '@gongji/contract';
import Router from 'koa-router';
import { z } from 'zod';
import type { AppDeps } from '../deps';
import type { EdgeContext, EdgeState, Middleware } from '../http/edge-context';
import { idempotencyKey } from '../http/idempotency';
import { answerJson } from '../http/json-answer';
import { jsonBody } from '../http/json-body';
import { parse } from '../http/parse';
import { paramsSchema } from '../http/path-params';
import type { RateLimit } from '../http/rate-limit';
import { invalidRequest } from '../http/refused';
import { requireSession } from '../http/session';
import { accountRoutes } from './account.routes';
import { bindingRoutes } from './binding.routes';
import { calendarRoutes } from './calendar.routes';
import { complaintRoutes } from './complaint.routes';
import { deductionOrderRoutes } from './deduction-order.routes';
import { deviceRoutes } from './device.routes';
import { faceCheckRoutes } from './face-check.routes';
import { grantRoutes } from './grant.routes';
import { helpRoutes } from './help.routes';
import { insuranceCodeRoutes } from './insurance-code.routes';
import { invitationRoutes } from './invitation.routes';
import { languageRoutes } from './language.routes';
import { messageRoutes } from './message.routes';
import { policyRoutes } from './policy.routes';
import { premiumRoutes } from './premium.routes';
import { privacyRoutes } from './privacy.routes';
import { receiptRoutes } from './receipt.routes';
import type { RouteTable } from './route-table';
import { sessionListRoutes } from './session-list.routes';
import { sessionRoutes } from './session.routes';
import { sharedLimitRoutes } from './shared-limit.routes';
import { unknownRoute } from './unknown-route';

const NOTHING = z.strictObject({}, '不接受参数');

/**
 * Every route of the contract: session, query, body, key, one command. A router tries its patterns in order, so every first word under /api has a router of its own,
 * which finds its route after a few.
 */
export function apiRouter(deps: AppDeps, limit: RateLimit): Middleware {
  const table: RouteTable = {
    ...sessionRoutes(deps, limit),
    ...accountRoutes(deps),
    ...policyRoutes(deps),
    ...bindingRoutes(deps, limit),
    ...invitationRoutes(deps, limit),
    ...faceCheckRoutes(deps, limit),
    ...grantRoutes(deps),
    ...deductionOrderRoutes(deps),
    ...sharedLimitRoutes(deps),
    ...insuranceCodeRoutes(deps, limit),
    ...deviceRoutes(deps, limit),
    ...premiumRoutes(deps),
    ...receiptRoutes(deps, limit),
    ...messageRoutes(deps),
    ...privacyRoutes(deps, limit),
    ...sessionListRoutes(deps),
    ...complaintRoutes(deps),
    ...calendarRoutes(deps),
    ...helpRoutes(deps, limit),
    ...languageRoutes(),
  };
  const routers = new Map<string, Router<EdgeState>>();
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route = ROUTES[name];
    const word = firstWord(route.path);
    const router = routers.get(word) ?? new Router<EdgeState>({ prefix: PREFIX, strict: true, sensitive: true });
    routers.set(word, router);
    register(router, deps, { route, run: table[name] });
  }
  const routesOf = new Map([...routers].map(([word, router]) => [word, router.routes() as Middleware]));
  return (ctx, next) => {
    if (!ctx.path.startsWith(`${PREFIX}/`)) return next();
    const routes = routesOf.get(firstWord(ctx.path.slice(PREFIX.length))) ?? unknownRoute;
    return routes(ctx, unknownRoute);
  };
}

const PREFIX = '/api';

/** Of a path with its leading slash. */
const firstWord = (path: string): string => path.split('/', 2)[1] ?? '';

/** The table's type ties each name to its request and answer; the loop over all of them loses that. */
interface AnyRoute {
  readonly route: RouteContract;
  readonly run: (call: never) => Promise<object>;
}

function register(router: Router<EdgeState>, { store, core }: AppDeps, { route, run }: AnyRoute): void {
  const params = paramsSchema(route.path);
  const guard = route.open === true ? openToAll : requireSession(store, core.now);
  router[route.method](route.path, noStore, guard, jsonBody, async (ctx) => {
    const call = {
      session: ctx.state.session,
      params: parse(params, ctx.params, 'path'),
      query: parse(route.query ?? NOTHING, singleValues(ctx), 'query'),
      body: parse(route.body ?? NOTHING, ctx.request.body ?? {}, 'body'),
      key: route.write ? idempotencyKey(ctx) : undefined,
      ctx,
    };
    const answer = await run(call as never);
    if (route.produces === undefined) return answerJson(ctx, answer);
    ctx.type = route.produces;
    ctx.body = answer instanceof Uint8Array ? Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength) : answer;
  });
}

const openToAll: Middleware = (_ctx, next) => next();

/** What one person reads here is no business of a cache between. */
const noStore: Middleware = (ctx, next) => {
  ctx.set('Cache-Control', 'no-store');
  return next();
};

/** A parameter given twice means two things to two readers: refused. */
function singleValues(ctx: EdgeContext): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(ctx.query).map(([name, value]) => {
      if (typeof value !== 'string' || name === '__proto__') throw invalidRequest('query', '参数重复或不认识');
      return [name, value];
    }),
  );
}
