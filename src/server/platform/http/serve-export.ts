import type { Endpoint } from '#contracts/endpoint.ts';
import { TABLE_MEDIA, type TableFormat, type Written, writeTable } from '../tables/write-table.ts';
import type { Context } from './context.ts';
import type { FileAnswer, Route } from './serve.ts';

export type ExportColumn<R> = { title: string; value: (row: R) => Written; width?: number };
export type Exported<R> = {
  endpoint: Endpoint;
  list: Endpoint;
  fileName: string;
  audit: string;
  columns: readonly ExportColumn<R>[];
};

type Page<R> = { rows: R[]; nextCursor: string | null };
const PAGE = 200;

/**
 * The export of a list: the list's own handler, access rule and row rules, page after page in transactions of their
 * own, written as it comes. Whoever stands in it is noted as seen before the page leaves.
 */
export function serveExport<R extends { elderId?: string | null }>(routes: readonly Route[], what: Exported<R>): Route {
  const list = routes.find(route => route.endpoint === what.list);
  if (!list) throw new Error(`no list ${what.list.path} to export`);
  const handler: Route['handler'] = async (ctx, input) => {
    const { format, ...query } = input.query as { format: TableFormat } & Record<string, unknown>;
    const read = (inner: Context, cursor: string | undefined) =>
      list.handler(inner, { ...input, query: { ...query, cursor, limit: PAGE } }) as Promise<Page<R>>;
    async function* pages(): AsyncGenerator<Written[][]> {
      let cursor: string | undefined;
      do {
        const page = await ctx.reopen(async inner => {
          const found = await read(inner, cursor);
          inner.saw(...found.rows.flatMap(row => row.elderId ?? []));
          return found;
        });
        yield page.rows.map(row => what.columns.map(column => column.value(row)));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
    }
    const columns = what.columns.map(({ title, width }) => ({ title, ...(width && { width }) }));
    const answer: FileAnswer = {
      fileName: `${what.fileName}-${ctx.today}.${format}`,
      mediaType: TABLE_MEDIA[format],
      content: writeTable({ sheet: what.fileName, columns, pages: pages() }, format),
    };
    return answer;
  };
  return { endpoint: what.endpoint, access: list.access, audit: what.audit, handler };
}
