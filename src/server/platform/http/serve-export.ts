import type { Endpoint, OutputOf } from '#contracts/endpoint.ts';
import { exportOf } from '#contracts/exports.ts';
import { TABLE_MEDIA, type TableFormat, type Written, writeTable } from '../tables/write-table.ts';
import type { Context } from './context.ts';
import { fence } from './fence.ts';
import type { FileAnswer, Route } from './serve.ts';

/** Title of a column → what stands in it. */
type Columns<R> = Record<string, (row: R) => Written>;
type Widths = Readonly<Record<string, number>>;
type RowOf<E extends Endpoint> = OutputOf<E> extends { rows: (infer R)[] } ? R : never;
export type Exported = {
  list: Endpoint;
  columns: Columns<never>;
  /** In characters, by title; also of columns a list has not. */
  widths: Widths;
  rowsOf: (answer: never) => readonly unknown[];
};

/** A list, or a report with `rows`, and the columns of its file. */
export const saved = <E extends Endpoint>(list: E, columns: Columns<RowOf<E>>, widths: Widths = {}): Exported => ({
  ...{ list, columns, widths },
  rowsOf: (answer: { rows: RowOf<E>[] }) => answer.rows,
});
/** A report whose lines stand elsewhere in its answer. */
export const savedReport = <E extends Endpoint, R>(
  list: E,
  rowsOf: (answer: OutputOf<E>) => readonly R[],
  columns: Columns<R>,
): Exported => ({ list, columns, widths: {}, rowsOf });

type Page = { rows: readonly unknown[]; nextCursor: string | null };
const PAGE = 200;

/**
 * The export of a list: the list's own handler, access rule and row rules, page after page in transactions of their
 * own, written as it comes. Whoever stands in it is noted as seen before the page leaves.
 */
export function serveExport(routes: readonly Route[], what: Exported): Route {
  const list = routes.find(route => route.endpoint === what.list);
  const { savedAs } = what.list;
  if (!list || !savedAs) throw new Error(`no list ${what.list.path} to export`);
  const handler: Route['handler'] = async (ctx, input) => {
    const { format, ...query } = input.query as { format: TableFormat } & Record<string, unknown>;
    const read = async (inner: Context, cursor: string | undefined): Promise<Page> => {
      const given = await list.handler(inner, { ...input, query: { ...query, cursor, limit: PAGE } });
      const answer = await fence(inner, list.endpoint, { answer: given, params: input.params });
      const rows = what.rowsOf(answer as never);
      inner.saw(...rows.flatMap(row => (row as { elderId?: string | null }).elderId ?? []));
      return { rows, nextCursor: (answer as Partial<Page>).nextCursor ?? null };
    };
    // In this transaction, before the answer begins: a list that refuses says so in a sentence, not by a broken file.
    const first = await read(ctx, undefined);
    async function* pages(): AsyncGenerator<Written[][]> {
      for (let page = first; ; ) {
        yield page.rows.map(row => Object.values(what.columns).map(value => value(row as never)));
        const { nextCursor } = page;
        if (!nextCursor) return;
        page = await ctx.reopen(inner => read(inner, nextCursor));
      }
    }
    const columns = Object.keys(what.columns).map(title => {
      const width = what.widths[title];
      return { title, ...(width && { width }) };
    });
    const answer: FileAnswer = {
      fileName: `${savedAs}-${ctx.today}.${format}`,
      mediaType: TABLE_MEDIA[format],
      content: writeTable({ sheet: savedAs, columns, pages: pages() }, format),
    };
    return answer;
  };
  return { endpoint: exportOf(what.list), access: list.access, audit: `${list.audit}-export`, handler };
}
