import { useState } from 'react';
import {
  bringCardUses,
  CARD_BATCH_STATUS_LABELS,
  CARD_USE_FIELD_LABELS,
  type CardUseBatch,
  listCardUseBatches,
} from '#contracts/card-uses.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { RefusedRows } from '../../refused-rows.tsx';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FileButton, TABLES } from '../../ui/file-button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { countWords, instantWords } from '../../ui/words.ts';

const columns = (today: string): readonly Column<CardUseBatch>[] => [
  {
    key: 'file',
    title: '哪一份',
    cell: row => (
      <>
        {row.fileName}
        <span className="row-note">
          {row.sender}，{row.by}，{instantWords(row.at, today)}
        </span>
      </>
    ),
  },
  {
    key: 'status',
    title: '进展',
    cell: row => (
      <>
        <Chip tone={row.status === 'stopped' ? 'today' : 'plain'}>{CARD_BATCH_STATUS_LABELS[row.status]}</Chip>
        {row.status === 'stopped' && <span className="row-note">{row.error}。收了的都在，整份再传，只收没收过的</span>}
      </>
    ),
  },
  { key: 'rows', title: '行', number: true, cell: row => countWords(row.rows) },
  {
    key: 'taken',
    title: '收了',
    number: true,
    cell: row => (
      <>
        {countWords(row.taken)}
        <span className="row-note">{fenToYuanText(row.takenFen)}元</span>
      </>
    ),
  },
  { key: 'repeated', title: '以前收过', number: true, cell: row => countWords(row.repeated) },
  {
    key: 'refused',
    title: '没收',
    width: '34%',
    cell: row => <RefusedRows refused={row.refused} rows={row.refusals} />,
  },
];

/** Tables of transactions as the card's operator sends them. */
export default function BatchesPage() {
  const today = useBusinessDate();
  const answer = usePagesOf(listCardUseBatches, {}, row => row.status === 'reading');
  return (
    <>
      <PageHeader
        title="刷卡记录导入"
        trail={[{ title: '养老助残卡用卡', to: '/desk/card-uses' }]}
        facts={['行数 = 收了 + 以前收过 + 没收', '同一流水号只收一次', '卡号不留']}
      />
      <div className="stack">
        <Bring />
        <section>
          <SectionHead title="导入过的" />
          <DataList
            name="card-use-batches"
            unit="份"
            columns={columns(today)}
            answer={answer}
            rowKey={row => row.id}
            empty={
              <EmptyState icon="document" title="还没有导入过">
                上传发卡方给的刷卡记录，报表就有数。
              </EmptyState>
            }
          />
        </section>
      </div>
    </>
  );
}

function Bring() {
  const upload = useWrite(bringCardUses);
  const [sender, setSender] = useState('');
  const wanted = Object.values(CARD_USE_FIELD_LABELS).join('、');
  return (
    <section>
      <SectionHead title="上传一份" note=".xlsx或.csv，几十万行也行，在后台收" />
      <p className="sm soft">要有这几列：{wanted}。没有卡号的也收，只是看不出年龄。</p>
      <div className="row-flex">
        <label className="fld">
          <span>哪家给的</span>
          <input className="in" value={sender} maxLength={60} onChange={event => setSender(event.target.value)} />
        </label>
        <FileButton
          look="go"
          label="上传刷卡记录"
          busy={upload.isPending && '正在上传……'}
          because={sender.trim().length >= 2 ? null : '先写是哪家给的，再上传'}
          accept={TABLES}
          take={([file]) => upload.mutate({ file, query: { sender: sender.trim() } } as never)}
        />
      </div>
      {upload.error && <ErrorState error={upload.error} kept="以前收的都在" />}
      {upload.data?.runId && (
        <RunProgress runId={upload.data.runId} unit="行" kept="停止后已收的保留，整份再传只收没收过的" />
      )}
    </section>
  );
}
