import { type FormEvent, type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, TextButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';

export type FilterSpec =
  | { name: string; label: string; kind: 'search'; placeholder: string }
  | { name: string; label: string; kind: 'select'; options: readonly { value: string; label: string }[] }
  | { name: string; label: string; kind: 'toggle' }
  | { name: string; label: string; kind: 'date' };

/** Filters live in the URL query, so that a list can be sent, bookmarked and come back to. */
export function useFilters(): {
  values: Readonly<Record<string, string>>;
  set: (name: string, value: string) => void;
  clear: () => void;
} {
  const [params, setParams] = useSearchParams();
  return {
    values: Object.fromEntries(params),
    set: (name, value) =>
      setParams(
        before => {
          const next = new URLSearchParams(before);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    clear: () => setParams({}, { replace: true }),
  };
}

type BarProps = { name: string; specs: readonly FilterSpec[] };

export function FilterBar({ name, specs }: BarProps) {
  const { values, set, clear } = useFilters();
  const active = specs.some(spec => values[spec.name]);
  return (
    <search className="filters no-print">
      {specs.map(spec => (
        <Filter key={spec.name} spec={spec} value={values[spec.name] ?? ''} set={value => set(spec.name, value)} />
      ))}
      {active && <TextButton onClick={clear}>清空筛选</TextButton>}
      <SavedViews name={name} active={active} />
    </search>
  );
}

function Filter({ spec, value, set }: { spec: FilterSpec; value: string; set: (value: string) => void }) {
  if (spec.kind === 'search') return <SearchBox key={value} spec={spec} value={value} set={set} />;
  if (spec.kind === 'toggle') {
    return (
      <button type="button" className="pill" aria-pressed={value === '1'} onClick={() => set(value === '1' ? '' : '1')}>
        {value === '1' && <Icon name="check" small />}
        {spec.label}
      </button>
    );
  }
  if (spec.kind === 'date') {
    return (
      <label className="date-filter">
        {spec.label}
        <input className="in dense" type="date" value={value} onChange={event => set(event.target.value)} />
      </label>
    );
  }
  return (
    <select className="in dense" aria-label={spec.label} value={value} onChange={event => set(event.target.value)}>
      <option value="">{spec.label}：全部</option>
      {spec.options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

type SearchProps = { spec: Extract<FilterSpec, { kind: 'search' }>; value: string; set: (value: string) => void };

function SearchBox({ spec, value, set }: SearchProps) {
  const [text, setText] = useState(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set(text.trim());
  };
  return (
    <form className="search row-flex" onSubmit={submit}>
      <input
        className="in dense"
        type="search"
        aria-label={spec.label}
        placeholder={spec.placeholder}
        value={text}
        onChange={event => setText(event.target.value)}
        onBlur={() => text.trim() !== value && set(text.trim())}
      />
    </form>
  );
}

type View = { title: string; query: string };

/** Named filter sets of this list, kept in this browser. */
function SavedViews({ name, active }: { name: string; active: boolean }) {
  const key = `views:${name}`;
  const [params, setParams] = useSearchParams();
  const [views, setViews] = useState<View[]>(() => JSON.parse(localStorage.getItem(key) ?? '[]') as View[]);
  const [title, setTitle] = useState('');
  const keep = (next: View[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    setViews(next);
  };
  if (!active && views.length === 0) return null;
  return (
    <Menu summaryClass="btn sm" summary={`常用筛选${views.length > 0 ? ` ${views.length}` : ''}`}>
      {views.map(view => (
        <div key={view.title} className="row-flex">
          <button type="button" onClick={() => setParams(new URLSearchParams(view.query))}>
            {view.title}
          </button>
          <TextButton onClick={() => keep(views.filter(v => v !== view))}>删除“{view.title}”</TextButton>
        </div>
      ))}
      {active && (
        <form
          className="row-flex"
          onSubmit={event => {
            event.preventDefault();
            if (title.trim()) keep([...views.filter(v => v.title !== title), { title, query: params.toString() }]);
            setTitle('');
          }}
        >
          <input
            className="in dense"
            aria-label="给这组筛选起个名"
            placeholder="给这组筛选起个名"
            value={title}
            onChange={event => setTitle(event.target.value)}
          />
          <Button type="submit" size="sm">
            存下
          </Button>
        </form>
      )}
    </Menu>
  );
}

type NothingProps = { specs: readonly FilterSpec[]; what: string; children: ReactNode };

/** The empty state of a filtered list: which filters are on and the way back; `children` where no filter is on. */
export function NothingMatches({ specs, what, children }: NothingProps) {
  const { values, set, clear } = useFilters();
  const on = specs.filter(spec => values[spec.name]);
  if (on.length === 0) return children;
  const worded = on.map(spec => {
    const value = values[spec.name] ?? '';
    if (spec.kind === 'toggle') return { spec, word: spec.label };
    const option = spec.kind === 'select' ? spec.options.find(o => o.value === value)?.label : undefined;
    return { spec, word: option ?? value };
  });
  return (
    <div className="empty">
      <b>
        没有同时符合{worded.map(w => `“${w.word}”`).join('')}的{what}
      </b>
      <p>可以去掉一个条件再看。</p>
      <div className="acts">
        {worded.map(w => (
          <Button key={w.spec.name} size="sm" onClick={() => set(w.spec.name, '')}>
            去掉“{w.word}”
          </Button>
        ))}
        <TextButton onClick={clear}>清空筛选</TextButton>
      </div>
    </div>
  );
}
