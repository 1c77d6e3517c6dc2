import { useCallback, useEffect, useRef } from 'react';
import { PAIR_STATUS_LABELS } from '#contracts/register-quality/lifecycle.ts';
import { checkRegister, listPairSides, listPairs, type Pair } from '#contracts/register-quality/pairs.ts';
import { listRuns, type Run } from '#contracts/runs.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { communityWords, sureWords } from './pair-words.ts';
import './register-quality.css';

const SPECS: readonly FilterSpec[] = [
  { name: 'name', label: '姓名', kind: 'search', placeholder: '其中一份的姓名' },
  { name: 'judged', label: '看判断过的', kind: 'toggle' },
];

const COLUMNS: readonly Column<Pair>[] = [
  {
    key: 'two',
    title: '两份档案',
    cell: ({ a, b }) => (
      <>
        {a.name === b.name ? a.name : `${a.name}、${b.name}`}
        <span className="row-note">
          {[...new Set([communityWords(a.areaName), communityWords(b.areaName)])].join('、')}
        </span>
      </>
    ),
  },
  { key: 'why', title: '为什么像', cell: row => <Why row={row} /> },
  { key: 'sure', title: '把握', cell: row => sureWords(row.probability), width: 110 },
  { key: 'status', title: '状态', cell: row => <Chip>{PAIR_STATUS_LABELS[row.status]}</Chip>, width: 140 },
  { key: 'by', title: '由谁判断', cell: row => row.areaName, optional: true },
];

/** What agrees, in words; what differs stands on the page of the pair. */
function Why({ row }: { row: Pair }) {
  const agree = row.reasons.filter(reason => reason.level !== 'different' && reason.level !== 'missing');
  return <span className="sm">{agree.map(reason => `${reason.label}${reason.word}`).join('，')}</span>;
}

/** Pairs this area decides, the likeliest first; on top the check of the whole register. */
export default function DuplicatesPage() {
  const { values } = useFilters();
  const { areaName } = useSession().currentPost;
  const today = useBusinessDate();
  const query = { ...(values.judged && { status: 'judged' as const }), ...(values.name && { name: values.name }) };
  const answer = usePagesOf(listPairs, { query });
  const summary = useQueryOf(listPairs, { query: { limit: 1 } });
  const { retry } = answer;
  const { refetch } = summary;
  const ended = useCallback(() => {
    retry();
    void refetch();
  }, [retry, refetch]);
  const { lastCheckedOn, counts } = summary.data ?? {};
  const facts = [
    areaName,
    summary.data && (lastCheckedOn ? `上次查重${dateWords(lastCheckedOn, today)}` : '还没有查重过'),
    counts?.merged ? `已合并${countWords(counts.merged)}对` : null,
    counts?.distinct ? `判为不是同一人${countWords(counts.distinct)}对` : null,
  ];
  return (
    <>
      <PageHeader title="疑似重复" facts={facts.filter(Boolean)} />
      <CheckNow ended={ended} />
      <FilterBar name="register-pairs" specs={SPECS} />
      <DataList
        name="register-pairs"
        unit="对"
        columns={COLUMNS}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/elders/duplicates/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="疑似重复">
            <EmptyState icon="person" title="没有等着判断的">
              查重以后，像是同一个人的两份档案会列在这里；判断过的不再提示，点“看判断过的”来看。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Elsewhere />
    </>
  );
}

const POLL_MS = 1_000;
const isOpen = (run: Run | undefined): boolean => run?.status === 'queued' || run?.status === 'running';

/** The check in the background; when it ends, the list is read anew. */
function CheckNow({ ended }: { ended: () => void }) {
  const write = useWrite(checkRegister);
  const asked = { query: { scope: 'reach', kind: 'register-quality.check' } } as const;
  const first = useQueryOf(listRuns, asked);
  const waits = isOpen(first.data?.rows[0]);
  const runs = useQueryOf(listRuns, asked, waits ? { refreshEveryMs: POLL_MS } : {});
  const last = runs.data?.rows[0];
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen(last)) ended();
    wasOpen.current = isOpen(last);
  }, [last, ended]);
  return (
    <section className="check-now" aria-label="底册查重">
      <div className="row-flex">
        <Button
          look="go"
          busy={write.isPending}
          because={isOpen(last) ? '正在查重，等这一次做完' : null}
          onClick={() => write.mutate({})}
        >
          把本辖区查一遍
        </Button>
        <span className="sm soft">在后台进行，可以离开本页；没有人判断，一份档案也不会合并。</span>
      </div>
      {write.error && <ErrorState error={write.error} />}
      {last?.status === 'done' && <p className="sm">查完了：{last.message}。</p>}
      {last && last.status !== 'done' && <RunProgress key={last.id} runId={last.id} unit="人" kept="找到的都留着" />}
    </section>
  );
}

/** Decided above: one’s own record and the other’s district, no more. */
function Elsewhere() {
  const answer = useQueryOf(listPairSides, {});
  if (!answer.data || answer.data.rows.length === 0) return null;
  return (
    <section className="pair-sides">
      <SectionHead title="与别处的档案像是同一人" note="跨辖区的由共同的上级判断，这里只说在哪个区" />
      <ul className="people-list">
        {answer.data.rows.map(row => (
          <li key={`${row.pairId}${row.elderId}`}>
            <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>{row.name}</TextLink>
            <span className="sm">
              与{row.otherDistrict}的一份档案像是同一人，由{row.decidedIn}判断
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
