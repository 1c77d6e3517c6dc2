import { createContext, type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import { type Due, DueChip, Facts } from './marks.tsx';

/** The screen's title in the path table, for a page that has no record to name itself by. */
export const ScreenTitle = createContext('');

type PageHeaderProps = {
  title: string;
  /** The way back, outermost first; the page itself is added. */
  trail?: readonly { title: string; to: string }[];
  /** One line of facts, split by thin rules. */
  facts?: readonly ReactNode[];
  /** A sentence with counts instead of facts (今天). */
  sentence?: ReactNode;
  /** Right side, the persimmon button last. */
  children?: ReactNode;
  record?: boolean;
};

/** Title, one line, actions; also names the browser tab. */
export function PageHeader({ title, trail, facts, sentence, children, record }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · 颐年`;
  }, [title]);
  return (
    <header className="page-head">
      <div>
        {trail && (
          <nav className="crumb" aria-label="所在位置">
            {trail.map(step => (
              <span key={step.to}>
                <Link to={step.to}>{step.title}</Link> /
              </span>
            ))}
            <b aria-current="page">{title}</b>
          </nav>
        )}
        <h1 className={record ? 'name' : 't'}>{title}</h1>
        {facts && (
          <p className="facts">
            <Facts items={facts} />
          </p>
        )}
        {sentence && <p className="sentence">{sentence}</p>}
      </div>
      {children && <div className="acts">{children}</div>}
    </header>
  );
}

/** The one thing a record waits for, with its deadline; `children` are the buttons. */
export function NextStep(props: { due?: Due; title: string; note?: ReactNode; children?: ReactNode }) {
  return (
    <section className="next-step" aria-label="下一步">
      <div className="row-flex sm soft">下一步{props.due && <DueChip due={props.due} />}</div>
      <b>{props.title}</b>
      {props.note && <p>{props.note}</p>}
      {props.children && <div className="form-acts">{props.children}</div>}
    </section>
  );
}

export function SectionHead({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  return (
    <div className="section-head">
      <h2 className="t">{title}</h2>
      {note && <span className="sm mute">{note}</span>}
      {children}
    </div>
  );
}
