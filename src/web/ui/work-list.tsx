import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from './icon.tsx';
import { type Due, DueChip, Facts } from './marks.tsx';
import { useRowKeys } from './row-keys.ts';

export type WorkRow = {
  key: string;
  icon: IconName;
  kind: string;
  what: string;
  /** Why it came to me. */
  why: readonly ReactNode[];
  due: Due;
  /** Missing where this portal has no page for it. */
  to?: string | null;
  /** The next action as a verb; a link or a button. */
  act?: ReactNode;
};

type WorkListProps = {
  groups: readonly {
    title: string;
    red?: boolean;
    sorted: string;
    count: number;
    rows: readonly WorkRow[];
    foot?: ReactNode;
  }[];
};

/** 今天: grouped rows of kind, what, deadline, action. The whole row opens; J and K move. */
export function WorkList({ groups }: WorkListProps) {
  useRowKeys();
  return (
    <div>
      {groups
        .filter(group => group.rows.length > 0)
        .map(group => (
          <section key={group.title}>
            <h2 className="work-group">
              <span className={group.red ? 'red' : undefined}>{group.title}</span>
              <em>{group.count}</em>
              <i>{group.sorted}</i>
            </h2>
            <ul className="work-rows">
              {group.rows.map(row => (
                <li key={row.key} className="work-row">
                  <span className="kind">
                    <Icon name={row.icon} />
                    {row.kind}
                  </span>
                  <div className="what">
                    {row.to ? (
                      <Link to={row.to} data-row="">
                        {row.what}
                      </Link>
                    ) : (
                      <b>{row.what}</b>
                    )}
                    <p>
                      <Facts items={row.why} />
                    </p>
                  </div>
                  <DueChip due={row.due} />
                  <div className="act">{row.act}</div>
                </li>
              ))}
            </ul>
            {group.foot}
          </section>
        ))}
    </div>
  );
}
