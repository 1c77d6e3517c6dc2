import { useState } from 'react';
import { useNavigate } from 'react-router';
import { COMPARISON_KIND_LABELS, COMPARISON_KINDS, type ComparisonKind } from '#contracts/comparison-kinds.ts';
import {
  BATCH_STATUS_LABELS,
  type ComparisonBatch,
  listComparisons,
  uploadComparison,
} from '#contracts/comparisons.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FileButton, TABLES } from '../../ui/file-button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { countWords, dateWords, instantWords } from '../../ui/words.ts';

const unmatched = ({ counts }: ComparisonBatch) => counts.notFound + counts.ambiguous + counts.unreadable;

const columns = (today: string): readonly Column<ComparisonBatch>[] => [
  {
    key: 'file',
    title: '批次',
    cell: row => (
      <>
        <b className="mid">{row.fileName}</b>
        <span className="row-note">
          {COMPARISON_KIND_LABELS[row.kind]}，{row.sender}，数据到{dateWords(row.asOf, today)}
        </span>
      </>
    ),
  },
  {
    key: 'status',
    title: '进展',
    cell: row => <Chip tone={row.status === 'uploaded' ? 'today' : 'plain'}>{BATCH_STATUS_LABELS[row.status]}</Chip>,
  },
  { key: 'rows', title: '行', number: true, cell: row => countWords(row.counts.rows) },
  {
    key: 'found',
    title: '比出来',
    cell: row =>
      [
        `一致${countWords(row.counts.matched)}`,
        row.counts.differs > 0 && `有差异${countWords(row.counts.differs)}`,
        unmatched(row) > 0 && `没比中${countWords(unmatched(row))}`,
        row.full && `名单上没有${countWords(row.missing)}`,
      ]
        .filter(Boolean)
        .join('，'),
  },
  {
    key: 'open',
    title: '待核',
    number: true,
    cell: row =>
      row.openDifferences > 0 ? (
        <TextLink to={`/desk/comparisons/differences?batchId=${row.id}`}>{countWords(row.openDifferences)}</TextLink>
      ) : (
        0
      ),
  },
  { key: 'by', title: '经办', optional: true, cell: row => `${row.by}，${instantWords(row.uploadedAt, today)}` },
];

/** What departments sent, and the exchange by which they send it. */
export default function ComparisonsPage() {
  const today = useBusinessDate();
  const answer = usePagesOf(listComparisons, {}, row => row.status === 'comparing');
  return (
    <>
      <PageHeader title="数据比对" facts={['行数 = 一致 + 有差异 + 没比中', '比对不改档案，差异由人核对']}>
        <TextLink to="/desk/comparisons/differences">看差异清单</TextLink>
        <TextLink to="/desk/comparisons/feeds">从市大数据平台收取</TextLink>
      </PageHeader>
      <div className="stack">
        <UploadTable />
        <section>
          <SectionHead title="比对过的批次" />
          <DataList
            name="comparisons"
            unit="批"
            columns={columns(today)}
            answer={answer}
            rowKey={row => row.id}
            to={row => fill('/desk/comparisons/:id', { id: row.id })}
            empty={
              <EmptyState icon="document" title="还没有比对过">
                上传部门给的名单，或从市大数据平台收取；逐行和档案比，差异交给社区核对。
              </EmptyState>
            }
          />
        </section>
      </div>
    </>
  );
}

function UploadTable() {
  const today = useBusinessDate();
  const upload = useWrite(uploadComparison);
  const navigate = useNavigate();
  const [kind, setKind] = useState<ComparisonKind>('hardship');
  const [sender, setSender] = useState('');
  const [asOf, setAsOf] = useState(today);
  const send = (file: File) =>
    upload.mutate({ file, query: { kind, sender: sender.trim(), asOf: asOf || today } } as never, {
      onSuccess: ({ id }) => void navigate(fill('/desk/comparisons/:id', { id })),
    });
  return (
    <section>
      <SectionHead title="上传部门的名单" note=".xlsx或.csv，要有身份证号，或姓名加出生日期" />
      <div className="row-flex">
        <label className="fld">
          <span>哪一类数据</span>
          <select className="in" value={kind} onChange={event => setKind(event.target.value as ComparisonKind)}>
            {COMPARISON_KINDS.map(value => (
              <option key={value} value={value}>
                {COMPARISON_KIND_LABELS[value]}
              </option>
            ))}
          </select>
        </label>
        <label className="fld">
          <span>哪个部门给的</span>
          <input className="in" value={sender} maxLength={60} onChange={event => setSender(event.target.value)} />
        </label>
        <label className="fld">
          <span>数据到哪天</span>
          <input className="in" type="date" max={today} value={asOf} onChange={event => setAsOf(event.target.value)} />
        </label>
        <FileButton
          look="go"
          label="上传名单"
          busy={upload.isPending && '正在上传……'}
          because={sender.trim() ? null : '先写是哪个部门给的，再上传'}
          accept={TABLES}
          take={([file]) => send(file)}
        />
      </div>
      {upload.error && <ErrorState error={upload.error} kept="档案没有变动" />}
    </section>
  );
}
