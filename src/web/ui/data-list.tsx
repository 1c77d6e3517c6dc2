import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from './button.tsx';
import { type FileLink, FilesMenu } from './files-menu.tsx';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { useRowKeys } from './row-keys.ts';
import { ErrorState, type ErrorWords, Skeleton } from './states.tsx';
import { countWords } from './words.ts';

export type Column<R> = {
  key: string;
  title: string;
  cell: (row: R) => ReactNode;
  width?: number | string;
  number?: boolean;
  /** May be switched off in the column chooser; `'off'` starts hidden. */
  optional?: boolean | 'off';
};

/** What usePagesOf answers; a plain `{ rows }` will do for a short list. */
export type ListAnswer<R> = {
  rows: readonly R[] | undefined;
  total?: number | null;
  approximate?: boolean;
  error?: { body: ErrorWords } | null;
  hasMore?: boolean;
  loadingMore?: boolean;
  loadMore?: () => void;
  retry?: () => void;
  /** The whole list as a file, under the filters of the page. */
  files?: readonly FileLink[];
};

type DataListProps<R> = {
  /** Also the storage key of the column choice. */
  name: string;
  /** Counting word, e.g. 人、单、家. */
  unit: string;
  columns: readonly Column<R>[];
  answer: ListAnswer<R>;
  rowKey: (row: R) => string;
  /** The page a row opens; the first column becomes its link. */
  to?: (row: R) => string;
  empty: ReactNode;
};

function useColumnChoice<R>(name: string, columns: readonly Column<R>[]) {
  const key = `columns:${name}`;
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    const kept = localStorage.getItem(key);
    return kept ? (JSON.parse(kept) as string[]) : columns.filter(c => c.optional === 'off').map(c => c.key);
  });
  const toggle = (column: string) => {
    const next = hidden.includes(column) ? hidden.filter(k => k !== column) : [...hidden, column];
    localStorage.setItem(key, JSON.stringify(next));
    setHidden(next);
  };
  return { hidden, toggle };
}

function ColumnChooser<R>(props: {
  columns: readonly Column<R>[];
  hidden: readonly string[];
  toggle: (k: string) => void;
}) {
  const choices = props.columns.filter(column => column.optional);
  if (choices.length === 0) return null;
  return (
    <Menu
      place="right"
      summaryClass="btn sm"
      summary={
        <>
          <Icon name="columns" small />
          选列
        </>
      }
    >
      {choices.map(column => (
        <label key={column.key} className="tick">
          <input
            type="checkbox"
            checked={!props.hidden.includes(column.key)}
            onChange={() => props.toggle(column.key)}
          />
          {column.title}
        </label>
      ))}
    </Menu>
  );
}

/** The list of every module: counts, columns, keyboard (J, K, Enter), more, and the empty, error and loading states. */
export function DataList<R>({ name, unit, columns, answer, rowKey, to, empty }: DataListProps<R>) {
  const navigate = useNavigate();
  const { hidden, toggle } = useColumnChoice(name, columns);
  useRowKeys();
  const { rows } = answer;
  if (answer.error) return <ErrorState error={answer.error} retry={answer.retry} kept="筛选条件还在" />;
  if (!rows) return <Skeleton rows={6} />;
  if (rows.length === 0) return empty;
  const shown = columns.filter(column => !hidden.includes(column.key));
  const total = answer.total ?? (answer.hasMore ? null : rows.length);
  return (
    <div>
      <div className="list-bar no-print">
        <span role="status">
          {total === null ? '已列出' : answer.approximate ? '约' : '共'}
          <b>{countWords(total ?? rows.length)}</b>
          {unit}
        </span>
        {to && (
          <span className="xs mute">
            <span className="kbd">J</span> <span className="kbd">K</span> 上下移动，<span className="kbd">Enter</span>{' '}
            打开
          </span>
        )}
        <div className="right">
          {answer.files && answer.files.length > 0 && <FilesMenu files={answer.files} />}
          <ColumnChooser columns={columns} hidden={hidden} toggle={toggle} />
        </div>
      </div>
      <div className="tbl-wrap">
        <table className="tbl folds">
          <thead>
            <tr>
              {shown.map(column => (
                <th
                  key={column.key}
                  scope="col"
                  className={column.number ? 'num' : undefined}
                  style={{ width: column.width }}
                >
                  {column.title || <span className="visually-hidden">操作</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr
                key={rowKey(row)}
                className={to ? 'opens-row' : undefined}
                onClick={event => {
                  if (to && !(event.target as HTMLElement).closest('a, button, input, label')) void navigate(to(row));
                }}
              >
                {shown.map((column, index) => (
                  <td key={column.key} data-title={column.title} className={column.number ? 'num' : undefined}>
                    {index === 0 && to ? (
                      <Link className="row-link" data-row="" to={to(row)}>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {answer.hasMore && <More answer={answer} shown={rows.length} unit={unit} />}
    </div>
  );
}

function More<R>({ answer, shown, unit }: { answer: ListAnswer<R>; shown: number; unit: string }) {
  return (
    <div className="list-bar no-print">
      <Button busy={answer.loadingMore ?? false} onClick={() => answer.loadMore?.()}>
        再列一些
      </Button>
      <span className="sm mute">
        已列出{countWords(shown)}
        {unit}
      </span>
    </div>
  );
}
