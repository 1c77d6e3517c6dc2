import { z } from 'zod';
import { ERRORS } from '#contracts/errors.ts';
import type { Route } from './serve.ts';

type Schema = Record<string, unknown>;

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Schema =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Schema;

/** OpenAPI 3.1 of the endpoint table, with who may call it and every error it can answer. */
export function openApi(routes: readonly Route[]): Schema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][route.endpoint.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: '颐年 API', version: '1', description: '写操作都要带请求头 Idempotency-Key（UUID）和 X-Yinian' },
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'yinian_session' } } },
  };
}

function operation({ endpoint, access, audit }: Route): Schema {
  const content = (schema: Schema) => ({ 'application/json': { schema } });
  const errors = Map.groupBy(endpoint.errors, code => ERRORS[code].status);
  const refusals = [...errors].map(([status, codes]) => [
    status,
    { description: codes.map(c => `${c}：${ERRORS[c].say}`).join('；') },
  ]);
  const inAddress = endpoint.asks === 'body' ? (['params'] as const) : (['params', 'query'] as const);
  const parameters = inAddress.flatMap(part => {
    const { properties = {}, required = [] } = jsonSchema(endpoint[part], 'input') as {
      properties?: Schema;
      required?: string[];
    };
    const where = part === 'params' ? 'path' : 'query';
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: where,
      required: required.includes(name),
      schema,
    }));
  });
  const file = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  return {
    summary: endpoint.summary,
    operationId: audit,
    description: endpoint.public ? '不用登录' : access.sentence,
    ...(endpoint.public ? {} : { security: [{ session: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.method === 'GET'
      ? {}
      : {
          requestBody: {
            content:
              endpoint.raw === 'request' || endpoint.raw === 'upload'
                ? file
                : content(jsonSchema(endpoint.asks === 'body' ? endpoint.query : endpoint.body, 'input')),
          },
        }),
    responses: {
      200: {
        description: '办成了',
        content:
          endpoint.raw === 'response' || endpoint.raw === 'stream'
            ? file
            : content(jsonSchema(endpoint.response, 'output')),
      },
      ...(endpoint.public ? {} : { 401: { description: 'platform.login-required' } }),
      ...Object.fromEntries(refusals),
    },
  };
}
