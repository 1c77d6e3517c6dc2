import type { Endpoint } from '#contracts/endpoint.ts';

/** `:name` parameters and the query string filled in; empty and missing values are left out. */
export function urlOf(
  endpoint: Pick<Endpoint, 'path' | 'asks'>,
  input: { params?: unknown; query?: unknown } = {},
): string {
  const params = input.params as Record<string, string> | undefined;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const query = new URLSearchParams();
  const inAddress = endpoint.asks === 'body' ? {} : (input.query ?? {});
  for (const [name, value] of Object.entries(inAddress as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
