import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

type DialogProps = { title: string; open: boolean; close: () => void; wide?: boolean; children: ReactNode };

/**
 * Native modal dialog: focus stays inside, Escape closes, focus returns to where it was. The browser says `close` a
 * moment late: what was opened again in the meantime stays.
 */
export function Dialog({ title, open, close, wide, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && !ref.current?.open) {
      ref.current?.showModal();
      // the first thing to fill in or press, not the close button
      ref.current?.querySelector<HTMLElement>('input, select, textarea, .btn')?.focus();
    }
    if (!open && ref.current?.open) ref.current.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onClose={() => ref.current?.open || close()}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="icon-btn" aria-label="关闭" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {open && children}
    </dialog>
  );
}

/** A column with a hairline beside the work, not a floating card. Wrap page and drawer in `.with-drawer`. */
export function Drawer({
  title,
  note,
  close,
  children,
}: {
  title: string;
  note?: ReactNode;
  close: () => void;
  children: ReactNode;
}) {
  return (
    <aside className="drawer" aria-label={title}>
      <div className="drawer-head">
        <div>
          {note && <p className="sm mute">{note}</p>}
          <h2 className="t">{title}</h2>
        </div>
        <button type="button" className="icon-btn" aria-label={`关闭${title}`} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </aside>
  );
}

type Tab = { key: string; title: string; count?: number };

/** Tabs kept in the URL (`?tab=`), so that back and bookmarks work; they are links, not widgets. */
export function Tabs({ label, tabs, name = 'tab' }: { label: string; tabs: readonly Tab[]; name?: string }) {
  const current = useTab(tabs, name);
  const [params] = useSearchParams();
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(tab => {
        const next = new URLSearchParams(params);
        next.set(name, tab.key);
        return (
          <Link key={tab.key} to={`?${next}`} replace aria-current={tab.key === current ? 'page' : undefined}>
            {tab.title}
            {tab.count !== undefined && <span>{tab.count}</span>}
          </Link>
        );
      })}
    </nav>
  );
}

export function useTab(tabs: readonly Tab[], name = 'tab'): string {
  const [params] = useSearchParams();
  const asked = params.get(name);
  return tabs.find(tab => tab.key === asked)?.key ?? tabs[0]?.key ?? '';
}

/** Next and previous record of a worked-through pile. */
export function Pager(props: { at: number; of: number; unit: string; move: (to: number) => void }) {
  return (
    <div className="row-flex">
      <Button size="sm" because={props.at <= 1 ? '已是第一' : null} onClick={() => props.move(props.at - 1)}>
        上一{props.unit}
      </Button>
      <span className="sm soft">
        第{props.at}
        {props.unit}，共{props.of}
        {props.unit}
      </span>
      <Button size="sm" because={props.at >= props.of ? '已是最后' : null} onClick={() => props.move(props.at + 1)}>
        下一{props.unit}
      </Button>
    </div>
  );
}

type MaskedProps = {
  /** Masked facts, e.g. 身份证 110199********002X. */
  values: readonly string[];
  purposes: readonly string[];
  /** Asks the server for the full values, giving the purpose; they stand until the page is left. */
  reveal: (purpose: string) => Promise<readonly string[]>;
  /** Who will see that it was looked at. */
  seenBy: string;
};

/** Full values only after naming a purpose; the line says who will see it. */
export function Masked({ values, purposes, reveal, seenBy }: MaskedProps) {
  const [full, setFull] = useState<readonly string[] | null>(null);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState('');
  const ask = (purpose: string) =>
    reveal(purpose).then(
      found => {
        setFull(found);
        setAsking(false);
      },
      (error: Error) => setProblem(`没有取到完整信息：${error.message}`),
    );
  return (
    <div className="masked">
      {(full ?? values).map(value => (
        <span key={value}>{value}</span>
      ))}
      {!full && (
        <>
          <Button size="sm" icon="eye" onClick={() => setAsking(true)}>
            查看完整信息
          </Button>
          <span className="xs mute">须选用途，{seenBy}看得到</span>
        </>
      )}
      <Dialog title="查看完整信息，用来做什么" open={asking} close={() => setAsking(false)}>
        <span className="sm soft">这次查看会记下来，{seenBy}看得到。</span>
        <span className="opts form-acts">
          {purposes.map(purpose => (
            <Button key={purpose} onClick={() => void ask(purpose)}>
              {purpose}
            </Button>
          ))}
        </span>
        {problem && <span className="red sm">{problem}</span>}
      </Dialog>
    </div>
  );
}
