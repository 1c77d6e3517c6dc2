import { z } from 'zod';
import type { Endpoint } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';

z.config(z.locales.zhCN());

type Raw = { params: unknown; query: unknown; body: unknown };

/** Parses the three parts of a request; all bad fields are named at once, each with its Chinese sentence. */
export function parseInput(endpoint: Endpoint, raw: Raw): { params: unknown; query: unknown; body: unknown } {
  const fields: Record<string, string> = {};
  const read = (part: 'params' | 'query' | 'body') => {
    const from = part === 'query' && endpoint.asks === 'body' ? 'body' : part;
    if (part === 'body' && endpoint.asks === 'body') return {};
    const value = part === 'body' && (endpoint.raw === 'request' || endpoint.raw === 'upload') ? {} : (raw[from] ?? {});
    const parsed = endpoint[part].safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const path = issue.path.join('.') || part;
      fields[path] ??= issue.message;
    }
    return undefined;
  };
  const input = { params: read('params'), query: read('query'), body: read('body') };
  const bad = Object.keys(fields);
  if (bad.length > 0) throw new DomainError('platform.invalid-input', sayFields(fields), fields);
  return input;
}

const sayFields = (fields: Record<string, string>): string =>
  `有 ${Object.keys(fields).length} 项没填对：${Object.values(fields).slice(0, 3).join('；')}`;
