import { createContext, type ReactNode, useContext } from 'react';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { PageHeader, ScreenTitle } from './page-header.tsx';

type NoteProps = { tone?: 'plain' | 'err' | 'warn' | 'ok'; title?: string; children?: ReactNode; acts?: ReactNode };

/** Stays where the work was done; an error or a result is announced to a screen reader. */
export function Note({ tone = 'plain', title, children, acts }: NoteProps) {
  return (
    <div className={`note ${tone === 'plain' ? '' : tone}`} role={tone === 'err' ? 'alert' : 'status'}>
      {title && <b>{title}</b>}
      {children && <p>{children}</p>}
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}

type EmptyProps = { icon?: IconName; title: string; children?: ReactNode; acts?: ReactNode };

/** What is empty, when that changes, one action. */
export function EmptyState({ icon, title, children, acts }: EmptyProps) {
  return (
    <div className="empty">
      {icon && <Icon name={icon} />}
      <b>{title}</b>
      {children && <p>{children}</p>}
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}

/** The shape of ErrorBody, so that ui/ needs no contracts. */
export type ErrorWords = { code: string; message: string; doNext: string; requestId: string };

type ErrorProps = {
  error: { body: ErrorWords };
  /** What was kept, as a sentence. */
  kept?: string | undefined;
  retry?: (() => void) | undefined;
  acts?: ReactNode;
};

/** What happened, what was kept, retry, a number to quote. */
export function ErrorState({ error, kept, retry, acts }: ErrorProps) {
  const { message, doNext, requestId } = error.body;
  return (
    <div className="note err" role="alert">
      <b>{message}</b>
      <p>{[doNext, kept].filter(Boolean).join('。')}。</p>
      <div className="acts">
        {retry && (
          <Button look="ok" size="sm" onClick={retry}>
            重试
          </Button>
        )}
        {acts}
        {requestId && <span className="xs mute">错误编号 {requestId}</span>}
      </div>
    </div>
  );
}

const WIDTHS = [
  [170, 110],
  [140, 80],
  [180, 120],
] as const;

/** Rows in the row's own shape; CSS shows it only after 0.3 s. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div className="skl" role="status" aria-busy="true" aria-label="正在加载">
      {Array.from({ length: rows }, (_, index) => {
        const [wide, narrow] = WIDTHS[index % 3] ?? WIDTHS[0];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <div key={index}>
            <i className="sk" style={{ width: 48 }} />
            <span>
              <i className="sk" style={{ width: wide, maxWidth: '100%' }} />
              <i className="sk" style={{ width: narrow, maxWidth: '70%' }} />
            </span>
            <i className="sk" style={{ width: 56 }} />
          </div>
        );
      })}
    </div>
  );
}

/** A portal may say more of a refusal than the error does: what to ask for, where. Undefined = the plain state. */
export const Refusal = createContext<((error: ErrorWords) => ReactNode) | undefined>(undefined);

type Answer<T> = { data: T | undefined; error: { body: ErrorWords } | null; refetch: () => unknown };

type LoadedProps<T> = {
  of: Answer<T>;
  rows?: number;
  /** The whole page waits for this read: if it fails, the page is still named by its title in the path table. */
  whole?: true;
  children: (data: T) => ReactNode;
};

/** The states of one read (a react-query answer): skeleton, error with retry, then `children(data)`. */
export function Loaded<T>({ of, rows, whole, children }: LoadedProps<T>) {
  const title = useContext(ScreenTitle);
  const refusal = useContext(Refusal);
  if (of.data !== undefined) return children(of.data);
  if (!of.error) return <Skeleton {...(rows && { rows })} />;
  return (
    <>
      {whole && <PageHeader title={title} />}
      {refusal?.(of.error.body) ?? <ErrorState error={of.error} retry={() => void of.refetch()} />}
    </>
  );
}
