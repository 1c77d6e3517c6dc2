import { useState } from 'react';
import {
  bringCreditRecords,
  CREDIT_FIELD_LABELS,
  CREDIT_FIELDS,
  type CreditBatch,
  listCreditBatches,
  MOST_CREDIT_ROWS,
  OPTIONAL_CREDIT_FIELDS,
  receiveCreditRecords,
} from '#contracts/credit-records.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { RefusedRows } from '../../refused-rows.tsx';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FileButton, TABLES } from '../../ui/file-button.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, Note } from '../../ui/states.tsx';
import { countWords, instantWords } from '../../ui/words.ts';

const columns = (today: string): readonly Column<CreditBatch>[] => [
  {
    key: 'file',
    title: '哪一批',
    cell: row => (
      <>
        {row.department}
        <span className="row-note">
          {row.origin === 'feed' ? `市大数据平台${row.fileName}` : row.fileName}，{row.by}，
          {instantWords(row.at, today)}
        </span>
      </>
    ),
  },
  { key: 'rows', title: '行', number: true, cell: row => countWords(row.rows) },
  { key: 'taken', title: '收了', number: true, cell: row => countWords(row.taken) },
  {
    key: 'refused',
    title: '没收',
    width: '44%',
    cell: row => <RefusedRows refused={row.refused} rows={row.refusals} />,
  },
];

/** How credit records come in, and what came of every row. */
export default function BatchesPage() {
  const today = useBusinessDate();
  const answer = usePagesOf(listCreditBatches, {});
  return (
    <>
      <PageHeader
        title="信用信息归集"
        trail={[{ title: '信用信息', to: '/desk/credit-records' }]}
        facts={['行数 = 收了 + 没收', '同一部门的同一来源编号只收一次', '没写共享范围的不收']}
      />
      <div className="stack">
        <Bring />
        <Receive />
        <section>
          <SectionHead title="归集过的" />
          <DataList
            name="credit-batches"
            unit="批"
            columns={columns(today)}
            answer={answer}
            rowKey={row => row.id}
            empty={
              <EmptyState icon="document" title="还没有归集过">
                上传部门给的表，或从市大数据平台收取。
              </EmptyState>
            }
          />
        </section>
      </div>
    </>
  );
}

function Bring() {
  const upload = useWrite(bringCreditRecords);
  const [department, setDepartment] = useState('');
  const words = CREDIT_FIELDS.map(
    field => `${CREDIT_FIELD_LABELS[field]}${OPTIONAL_CREDIT_FIELDS.includes(field) ? '（可以没有）' : ''}`,
  );
  return (
    <section>
      <SectionHead title="上传一份" note={<span data-rule>.xlsx或.csv，最多{countWords(MOST_CREDIT_ROWS)}行</span>} />
      <p className="sm soft">要有这几列：{words.join('、')}。服务商、机构和护理员要在名录里。</p>
      <div className="row-flex">
        <label className="fld">
          <span>哪个部门给的</span>
          <input
            className="in"
            value={department}
            maxLength={60}
            onChange={event => setDepartment(event.target.value)}
          />
        </label>
        <FileButton
          look="go"
          label="上传信用信息"
          busy={upload.isPending && '正在读……'}
          because={department.trim().length >= 2 ? null : '先写是哪个部门给的，再上传'}
          accept={TABLES}
          take={([file]) => upload.mutate({ file, query: { department: department.trim() } } as never)}
        />
      </div>
      {upload.error && <ErrorState error={upload.error} kept="以前收的都在" />}
      {upload.data && (
        <Note tone={upload.data.refused > 0 ? 'warn' : 'ok'} title={`${upload.data.fileName}读完了`}>
          {countWords(upload.data.rows)}行：收了{countWords(upload.data.taken)}，没收{countWords(upload.data.refused)}。
        </Note>
      )}
    </section>
  );
}

function Receive() {
  const write = useWrite(receiveCreditRecords);
  const connected = useQueryOf(listCreditBatches, { query: { limit: 1 } }).data?.connected ?? false;
  return (
    <section>
      <SectionHead title="从市大数据平台收取" note="批次连续，重送的不再收" />
      <Button
        busy={write.isPending}
        because={connected ? null : '没有接通市大数据平台'}
        onClick={() => write.mutate({} as never)}
      >
        收取
      </Button>
      {write.data && <RunProgress whileOpen runId={write.data.runId} unit="批" kept="收到的批次保留，下次接着收" />}
      {write.error && <ErrorState error={write.error} kept="收到的批次都在" />}
    </section>
  );
}
