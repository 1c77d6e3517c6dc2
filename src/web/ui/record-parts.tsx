import type { ReactNode } from 'react';
import { instantWords } from './words.ts';

export type StepView = { key: string; label: string; state: 'done' | 'now' | 'later'; note?: string };
const STEP_CLASS = { done: 'ok', now: 'now', later: 'later' } as const;
const STEP_WORDS = { done: '已完成', now: '正在办', later: '还没到' } as const;

/** A lifecycle: full = done, persimmon ring = now, hollow = later; the note has date and actor, or what will happen. */
export function Stepper({ label, steps }: { label: string; steps: readonly StepView[] }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map(step => (
        <li key={step.key} className={STEP_CLASS[step.state]} aria-current={step.state === 'now' ? 'step' : undefined}>
          <b>
            {step.label}
            <i className="visually-hidden">，{STEP_WORDS[step.state]}</i>
          </b>
          {step.note && <span>{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}

/** Alarm hops: the same thing, small. `at` is a clock time or — for what has not come. */
export function HopLine({
  hops,
}: {
  hops: readonly { key: string; label: string; at: string; state: StepView['state'] }[];
}) {
  return (
    <ol className="hop">
      {hops.map(hop => (
        <li key={hop.key} className={STEP_CLASS[hop.state]} aria-current={hop.state === 'now' ? 'step' : undefined}>
          <b>{hop.at}</b>
          {hop.label}
        </li>
      ))}
    </ol>
  );
}

export type TimelineItem = { key: string; at: string; text: ReactNode; kind?: 'done' | 'warn' | 'plan' };

/** Newest first, planned on top hollow, warnings amber. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ul className="tl">
      {items.map(item => (
        <li key={item.key} className={item.kind === 'done' ? undefined : item.kind}>
          <time>{item.at}</time>
          {item.text}
        </li>
      ))}
    </ul>
  );
}

type Step = { at: string; action: string; actor: string; label: string; note?: string | null };

/** What was done on a record, by whom and when, as its lifecycle keeps it. */
export function Steps({ of, today }: { of: readonly Step[]; today: string }) {
  return (
    <Timeline
      items={of.map(step => ({
        key: `${step.at} ${step.action}`,
        at: `${instantWords(step.at, today)} ${step.actor}`,
        text: step.note ? `${step.label}：${step.note}` : step.label,
      }))}
    />
  );
}

type ProgressProps = {
  label: string;
  /** Rows so far and in all; `bad` of them were rejected. */
  done: number;
  total: number;
  bad?: number;
  counts?: readonly { label: string; value: string; unit?: string; bad?: boolean }[];
  /** The stop button, and the sentence saying what stays after stopping. */
  children?: ReactNode;
};

export function ProgressBar({ label, done, total, bad = 0, counts, children }: ProgressProps) {
  const share = (n: number) => `${total === 0 ? 0 : (n / total) * 100}%`;
  return (
    <div>
      <div
        className="bar"
        role="progressbar"
        aria-label={label}
        aria-valuenow={total === 0 ? 0 : Math.round((done / total) * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: share(done - bad) }} />
        <i className="bad" style={{ width: share(bad) }} />
      </div>
      {counts && (
        <dl className="counts">
          {counts.map(count => (
            <div key={count.label} className={count.bad ? 'bad' : undefined}>
              <dt>{count.label}</dt>
              <dd>
                {count.value}
                {count.unit && <small>{count.unit}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </div>
  );
}

/** Pairs of name and value; missing values are left out. */
export function FactList({ items }: { items: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts-list">
      {items
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .flatMap(([name, value]) => [<dt key={`${name}:`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}

type TableProps = {
  caption: string;
  columns: readonly { key: string; title: string; number?: boolean }[];
  children: ReactNode;
  tall?: boolean;
  /** On a phone each row becomes a few lines; every cell but the first says `data-title`. */
  folds?: boolean;
};

/** A plain table with a sticky head; the caption is read aloud, not drawn. `tall` scrolls inside itself. */
export function Table({ caption, columns, children, tall, folds }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={tall ? 'tbl-wrap tall' : 'tbl-wrap'} tabIndex={0} aria-label={caption}>
      <table className={folds ? 'tbl folds' : 'tbl'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.key} scope="col" className={column.number ? 'num' : undefined}>
                {column.title || <span className="visually-hidden">操作</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
