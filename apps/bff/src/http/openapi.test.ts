import { ROUTES, type RouteContract } from '@gongji/contract';
import { openApiDocument } from './openapi';

interface Operation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters?: readonly { name: string; in: string; required: boolean }[];
  readonly requestBody?: { content: { 'application/json': { schema: { properties: Record<string, { type: unknown }> } } } };
  readonly responses: Readonly<Record<string, { content: Readonly<Record<string, { schema: { $ref?: string } }>> }>>;
}

const { paths = {}, openapi, components } = openApiDocument();
const operations = Object.values(paths).flatMap((path) => Object.values(path ?? {}) as Operation[]);
const operationOf = (name: string): Operation => {
  const found = operations.find(({ operationId }) => operationId === name);
  if (found === undefined) throw new Error(`${name} is not in the document`);
  return found;
};

describe('the API document', () => {
  it('is OpenAPI 3.1 and names the shape of refusals', () => {
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(components?.schemas ?? {})).toContain('ErrorResponse');
  });

  it('has every route of the contract and no other', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.entries<RouteContract>(ROUTES))('has %s at its address under its method', (name, route) => {
    const path = paths[`/api${route.path.replace(/:(\w+)/g, '{$1}')}`] as Readonly<Record<string, Operation>> | undefined;
    expect(path?.[route.method]?.operationId).toBe(name);
  });

  it('says which of a query may be left out', () => {
    const inQuery = (name: string) =>
      (operationOf(name).parameters ?? [])
        .filter((parameter) => parameter.in === 'query')
        .map(({ name: key, required }) => [key, required]);
    expect(inQuery('unbindPreview')).toEqual([['kind', false]]);
    expect(inQuery('levy')).toEqual([
      ['personId', true],
      ['year', true],
    ]);
  });

  it.each(Object.entries<RouteContract>(ROUTES))('says of %s who may call it and what it needs', (name, route) => {
    const operation = operationOf(name);
    expect(operation.security).toHaveLength(route.open === true ? 0 : 1);
    const headers = (operation.parameters ?? []).filter((parameter) => parameter.in === 'header');
    expect(headers.map((header) => [header.name, header.required])).toEqual(route.write ? [['Idempotency-Key', true]] : []);
    expect(operation.requestBody !== undefined).toBe(route.body !== undefined);
    expect(operation.responses['422']?.content['application/problem+json']?.schema.$ref).toBe('#/components/schemas/ErrorResponse');
  });

  it('says which amounts and dates may be null', () => {
    const { schema } = operationOf('proposeBinding').requestBody?.content['application/json'] ?? { schema: { properties: {} } };
    expect(schema.properties['sharedLimitFen']?.type).toEqual(['integer', 'null']);
  });
});
