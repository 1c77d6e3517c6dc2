import { Link, useSearchParams } from 'react-router';
import { ROLE_LABELS } from '#contracts/roles.ts';
import {
  listWork,
  WORK_GROUP_LABELS,
  type WorkGroup,
  WorkGroup as WorkGroups,
  type WorkItem,
} from '#contracts/work.ts';
import { useQueryOf } from '../../api.ts';
import { JOB_VIEWS } from '../../portals/desk/jobs.ts';
import { useRecordPath } from '../../record-path.ts';
import { useRole } from '../../session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { WorkList, type WorkRow } from '../../ui/work-list.tsx';

const SORTED = {
  overdue: '按超期先后排',
  today: '按最晚办理时间排',
  later: '按期限先后排',
} as const satisfies Record<WorkGroup, string>;
const KIND = { overdue: 'over', today: 'today', later: 'left' } as const satisfies Record<WorkGroup, string>;
const SHOWN = 20;
const MOST = 200;

/** Overdue, due today, then one line for what comes later; the row that has waited longest is the persimmon one. */
export default function ListPanel() {
  const [params] = useSearchParams();
  const role = useRole();
  const toPage = useRecordPath();
  const scope = params.get('scope') === 'area' ? 'area' : 'mine';
  const only = WorkGroups.safeParse(params.get('group')).data;
  const query = { scope, limit: only ? MOST : SHOWN, ...(only && { group: only }) } as const;
  const work = useQueryOf(listWork, { query }, { refreshEveryMs: 60_000 });
  const link = (group: string | null) => {
    const next = new URLSearchParams(params);
    if (group) next.set('group', group);
    else next.delete('group');
    return `?${next}`;
  };
  return (
    <Loaded of={work} rows={6}>
      {({ groups, counts }) => {
        if (counts[scope].all === 0) return <Nothing scope={scope} others={counts.area.all} />;
        const folded = (group: WorkGroup) => group === 'later' && !only;
        const shown = groups.filter(group => !folded(group.group));
        const first = shown.flatMap(group => group.rows)[0]?.id;
        const later = groups.find(group => folded(group.group));
        return (
          <>
            {only && (
              <p className="work-more">
                <span>只列“{WORK_GROUP_LABELS[only]}”。</span>
                <Link className="link" to={link(null)}>
                  回到全部
                </Link>
              </p>
            )}
            <WorkList
              groups={shown.map(group => ({
                title: WORK_GROUP_LABELS[group.group],
                red: group.group === 'overdue',
                sorted: SORTED[group.group],
                count: group.count,
                rows: group.rows.map(row => rowOf(row, { own: row.forRole === role, first, toPage })),
                foot: group.count > group.rows.length && (
                  <More shown={group.rows.length} count={group.count} to={only ? null : link(group.group)} />
                ),
              }))}
            />
            {shown.every(group => group.count === 0) && (
              <EmptyState icon="check" title="没有超期的，也没有今天到期的" />
            )}
            {later && later.count > 0 && <Later group={later} to={link('later')} />}
          </>
        );
      }}
    </Loaded>
  );
}

type RowView = { own: boolean; first: string | undefined; toPage: (path: string) => string | null };

function rowOf(item: WorkItem, { own, first, toPage }: RowView): WorkRow {
  const to = toPage(item.path);
  return {
    key: item.id,
    icon: JOB_VIEWS[item.job].icon,
    kind: item.kindLabel,
    what: item.title,
    why: [
      item.areaName,
      item.reason,
      !own && `由${ROLE_LABELS[item.forRole]}办`,
      item.escalated && <Chip tone="over">已升级</Chip>,
    ],
    due: { kind: KIND[item.group], words: item.dueWords },
    to,
    act: to && (
      <LinkButton to={to} look={item.id === first ? 'go' : 'plain'} tabIndex={-1}>
        {own ? item.actionLabel : '看进展'}
      </LinkButton>
    ),
  };
}

function More({ shown, count, to }: { shown: number; count: number; to: string | null }) {
  return (
    <p className="work-more">
      <span>
        只列出期限最早的{shown}件，共{count}件
      </span>
      {to && (
        <Link className="link" to={to}>
          再列一些
        </Link>
      )}
    </p>
  );
}

function Later({ group, to }: { group: { count: number; rows: WorkItem[] }; to: string }) {
  const next = group.rows[0];
  return (
    <p className="work-more">
      <b>之后还有{group.count}件</b>
      <span>{next && `最近一件${next.dueWords}：${next.title}`}</span>
      <Link className="link" to={to}>
        展开
      </Link>
    </p>
  );
}

function Nothing({ scope, others }: { scope: 'mine' | 'area'; others: number }) {
  if (scope === 'mine' && others > 0) {
    return (
      <EmptyState icon="today" title="您名下没有要办的事">
        本辖区别的岗位还有{others}件在办，可在右上角换着看。
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="today" title="现在没有要办的事">
      有事派到您这里，或快到期限时，会按先后列在这一页。
    </EmptyState>
  );
}
