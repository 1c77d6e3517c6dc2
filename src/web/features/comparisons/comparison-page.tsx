import { useState } from 'react';
import { useParams } from 'react-router';
import {
  COMPARED_FIELD_LABELS,
  COMPARED_FIELDS,
  COMPARISON_KIND_LABELS,
  type ComparedField,
  FULL_LISTS,
  isFullKind,
  isSignalTopic,
} from '#contracts/comparison-kinds.ts';
import {
  BATCH_STATUS_LABELS,
  type ComparisonBatch,
  discardComparison,
  readComparison,
  runComparison,
} from '#contracts/comparisons.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { Rows } from './rows.tsx';

const POLL_MS = 1_500;

/** One batch: which columns are what, how far, and the result as a sentence with its rows. */
export default function ComparisonPage() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const first = useQueryOf(readComparison, { params: { id } });
  const busy = first.data?.status === 'comparing';
  const answer = useQueryOf(readComparison, { params: { id } }, busy ? { refreshEveryMs: POLL_MS } : {});
  return (
    <Loaded whole of={answer}>
      {row => (
        <>
          <PageHeader
            title={row.fileName}
            trail={[{ title: '数据比对', to: '/desk/comparisons' }]}
            facts={[
              COMPARISON_KIND_LABELS[row.kind],
              row.sender,
              `数据到${dateWords(row.asOf, today)}`,
              BATCH_STATUS_LABELS[row.status],
            ]}
          />
          <div className="stack">
            {row.notes.length > 0 && <Note title="读这份表时注意到">{`${row.notes.join('；')}。`}</Note>}
            <Stage key={row.status} row={row} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function Stage({ row }: { row: ComparisonBatch }) {
  if (row.status === 'discarded') return <Note title="这一批已作废">上传的文件已经删除，档案没有变动。</Note>;
  if (row.status === 'comparing' && row.runId)
    return <RunProgress runId={row.runId} unit="行" kept="停止后已比的保留，再发起会接着比" />;
  if (row.status === 'compared') return <Result row={row} />;
  return (
    <>
      {row.error && (
        <Note tone="err" title="上次没有办完">
          {row.error}（已比对{countWords(row.counts.rows)}行，再发起会接着比）
        </Note>
      )}
      <Columns row={row} />
    </>
  );
}

function Result({ row }: { row: ComparisonBatch }) {
  const { rows, matched, differs, notFound, ambiguous, unreadable } = row.counts;
  const n = countWords;
  return (
    <>
      <p>
        共<b>{n(rows)}</b>行：一致<b>{n(matched)}</b>行，有差异<b>{n(differs)}</b>行，没比中
        <b>{n(notFound + ambiguous + unreadable)}</b>行（档案里没有{n(notFound)}行，分不清是谁{n(ambiguous)}行，读不懂
        {n(unreadable)}行）。
      </p>
      {row.full && isFullKind(row.kind) && (
        <p>
          这是全量名单：档案里{FULL_LISTS[row.kind].label}、名单上没有的<b>{n(row.missing)}</b>人，已交社区核对
          {row.unsure > 0 && `；另有${n(row.unsure)}人可能就是分不清、读不懂的那几行，没有列入`}。
        </p>
      )}
      {row.openDifferences > 0 && (
        <p>
          <TextLink to={`/desk/comparisons/differences?batchId=${row.id}&status=open`}>
            还有{n(row.openDifferences)}条差异待核
          </TextLink>
        </p>
      )}
      {isSignalTopic(row.kind) && (
        <p>
          <TextLink to="/desk/relief/warnings">合上预警规则的，看困难预警</TextLink>
        </p>
      )}
      {(row.kind === 'death' || row.kind === 'hukou') && (
        <p>
          <TextLink to="/desk/payments/recoveries">去世、迁出后多发的，看发放疑点</TextLink>
        </p>
      )}
      <Rows batchId={row.id} />
    </>
  );
}

function Columns({ row }: { row: ComparisonBatch }) {
  const [mapping, setMapping] = useState([...row.mapping]);
  const [full, setFull] = useState(row.full);
  const write = useWrite(runComparison);
  const drop = useWrite(discardComparison);
  const params = { id: row.id };
  const choose = (column: number, field: string) =>
    setMapping(mapping.map((old, i) => (i === column ? ((field || null) as ComparedField | null) : old)));
  const columns = row.headings.map((heading, i) => ({ heading, i }));
  return (
    <section>
      <SectionHead title="每一列是什么" note={`认出${mapping.filter(Boolean).length}列，没有选的列不比`} />
      <div className="tbl-wrap">
        <table className="tbl folds">
          <thead>
            <tr>
              <th scope="col">表里的列</th>
              <th scope="col">是什么</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, i }) => (
              <tr key={i}>
                <td data-title="表里的列">{heading}</td>
                <td data-title="是什么">
                  <select
                    className="in dense"
                    aria-label={`“${heading}”是什么`}
                    value={mapping[i] ?? ''}
                    onChange={event => choose(i, event.target.value)}
                  >
                    <option value="">不比</option>
                    {COMPARED_FIELDS.map(field => (
                      <option key={field} value={field}>
                        {COMPARED_FIELD_LABELS[field]}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isFullKind(row.kind) && (
        <label className="tick">
          <input type="checkbox" checked={full} onChange={event => setFull(event.target.checked)} />
          这是{row.areaName}的全量名单：档案里{FULL_LISTS[row.kind].label}、名单上没有的人，也交社区核对
        </label>
      )}
      <div className="row-flex">
        <Button look="go" busy={write.isPending} onClick={() => write.mutate({ params, body: { mapping, full } })}>
          和档案比对
        </Button>
        <Button busy={drop.isPending} onClick={() => drop.mutate({ params })}>
          作废这份表
        </Button>
        <span className="sm soft">比对不改档案。</span>
      </div>
      {write.error && <ErrorState error={write.error} kept="选好的列还在本页" />}
      {drop.error && <ErrorState error={drop.error} />}
    </section>
  );
}
