import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { errorResponse, ROUTES, type RouteContract } from '@gongji/contract';
import { z } from 'zod';
import { STATUS_OF } from './error-response';
import { IDEMPOTENCY_KEY } from './idempotency';
import { PATH_PARAM, paramsSchema } from './path-params';

// The document is made from the table that the routes are registered from: it cannot say anything else than they do.

const SESSION = 'session';

const idempotencyHeader = z.object({
  'Idempotency-Key': z.string().regex(IDEMPOTENCY_KEY).meta({ description: '同一次办理用同一个编号：重复提交只办一次，答复相同' }),
});

export function openApiDocument(): ReturnType<OpenApiGeneratorV31['generateDocument']> {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', SESSION, { type: 'http', scheme: 'bearer', description: '登录后得到的 token' });
  const refusal = errorResponse.meta({ id: 'ErrorResponse' });
  for (const [name, route] of Object.entries<RouteContract>(ROUTES)) registry.registerPath(pathOf(name, route, refusal));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Gongji 共济 API',
      version: '0.1.0',
      description: '演示系统，非官方。金额为整数分（…Fen）；时间为 ISO 8601；日期为上海日历日。',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
  });
}

function pathOf(name: string, route: RouteContract, refusal: z.ZodType): RouteConfig {
  const query = route.query instanceof z.ZodObject ? { query: route.query } : {};
  const body = route.body === undefined ? {} : { body: { required: true, content: { 'application/json': { schema: route.body } } } };
  return {
    operationId: name,
    method: route.method,
    path: `/api${route.path.replace(PATH_PARAM, '{$1}')}`,
    summary: route.summary,
    security: route.open === true ? [] : [{ [SESSION]: [] }],
    request: {
      ...(route.path.includes(':') ? { params: paramsSchema(route.path) } : {}),
      ...query,
      ...body,
      ...(route.write ? { headers: idempotencyHeader } : {}),
    },
    responses: {
      200: { description: '办好了', content: answerOf(route) },
      ...Object.fromEntries(refusalStatuses(route).map((status) => [status, refusalOf(status, refusal)])),
    },
  };
}

type ResponseContent = NonNullable<Extract<RouteConfig['responses'][string], { content?: unknown }>['content']>;

/** A file has no schema of its own: its media type says all there is to say. */
const answerOf = ({ produces, answer }: RouteContract): ResponseContent =>
  produces === undefined ? { 'application/json': { schema: answer } } : { [produces]: { schema: { type: 'string', format: 'binary' } } };

/** 401 is left out only where a route is open and takes no body: nobody is asked for a session, and no log-in's code can be refused. */
function refusalStatuses(route: RouteContract): readonly number[] {
  const kinds = Object.entries(STATUS_OF).filter(([kind]) => kind !== 'unauthenticated' || route.open !== true || route.body !== undefined);
  return [...new Set(kinds.map(([, status]) => status))];
}

const refusalOf = (status: number, schema: z.ZodType): RouteConfig['responses'][string] => ({
  description: `拒绝：${Object.entries(STATUS_OF)
    .filter(([, each]) => each === status)
    .map(([kind]) => kind)
    .join('、')}`,
  content: { 'application/problem+json': { schema } },
});
