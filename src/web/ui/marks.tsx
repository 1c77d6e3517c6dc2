import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';

type Tone = 'pine' | 'plain' | 'over' | 'today' | 'doubt';
const TONE_CLASS = { pine: '', plain: ' plain', over: ' over', today: ' today', doubt: ' doubt-chip' } as const;

export function Chip({ tone = 'pine', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`chip${TONE_CLASS[tone]}`}>{children}</span>;
}

/** A deadline as the server counted it, in working days. */
export type Due =
  | { kind: 'over'; workingDays: number }
  | { kind: 'today'; by?: string | null | undefined }
  | { kind: 'left'; workingDays: number }
  | { kind: 'done' }
  /** The server's own sentence, with its 暂定 or its hour. */
  | { kind: 'over' | 'today' | 'left'; words: string };

export function dueWords(due: Due): string {
  if ('words' in due) return due.words;
  if (due.kind === 'over') return `超期${due.workingDays}个工作日`;
  if (due.kind === 'today') return due.by ? `今天${due.by}前` : '今天到期';
  return due.kind === 'left' ? `剩${due.workingDays}个工作日` : '已办结';
}

export function DueChip({ due }: { due: Due }) {
  return <span className={`due ${due.kind}`}>{dueWords(due)}</span>;
}

export type Risk = 'red' | 'orange' | 'yellow' | 'blue';
const RISK_WORDS = { red: '红', orange: '橙', yellow: '黄', blue: '蓝' } as const satisfies Record<Risk, string>;

/** Risk is always a square with its character. */
export function RiskMark({ risk }: { risk: Risk }) {
  return (
    <span className={`lv ${risk}`}>
      {RISK_WORDS[risk]}
      <span className="visually-hidden">色</span>
    </span>
  );
}

export function TagWithReason({ tag, reason }: { tag: string; reason: string }) {
  return (
    <span className="tag">
      <b>{tag}</b>
      <span>{reason}</span>
    </span>
  );
}

/** Facts on one line, split by the thin rule. */
export function Facts({ items }: { items: readonly ReactNode[] }) {
  const shown = items.filter(item => item !== null && item !== undefined && item !== false && item !== '');
  return shown.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed line of facts has no other identity
    <Fragment key={index}>
      {index > 0 && <i className="d" />}
      {item}
    </Fragment>
  ));
}

type FigureProps = {
  name: string;
  value: string;
  unit: string;
  /** Scope or base, e.g. / 538人，76.6%. */
  base?: string;
  asOf: string;
  note?: string;
  /** The page with the records behind the number. */
  to?: string;
};

/** Never a number without unit and as-of time; underlined where it opens its records. */
export function Figure({ name, value, unit, base, asOf, note, to }: FigureProps) {
  return (
    <div className="fig">
      <div className="k">{name}</div>
      <div className="v">
        {to ? (
          <Link className="opens" to={to}>
            {value}
          </Link>
        ) : (
          value
        )}
        <small>
          {unit}
          {base}
        </small>
      </div>
      <div className="a">
        <Facts items={[`截至${asOf}`, note]} />
      </div>
    </div>
  );
}

export function Figures({ children }: { children: ReactNode }) {
  return <div className="figs">{children}</div>;
}

export function DemoMark({ date }: { date?: string }) {
  return <span className="demo">演示数据{date ? `，${date}` : ''}</span>;
}
