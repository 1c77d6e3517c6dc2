import { useParams } from 'react-router';
import { discardImport, type ElderImport, IMPORT_STATUS_LABELS, readImport } from '#contracts/elders/imports.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Stepper, type StepView } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { countWords, instantWords } from '../../ui/words.ts';
import { ErrorBookButton } from './error-book-button.tsx';
import { ImportChanges } from './import-changes.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportPreview } from './import-preview.tsx';
import './elders.css';

const POLL_MS = 1_500;
const ORDER = ['uploaded', 'checking', 'checked', 'loading', 'loaded'];
const STEPS = [
  { key: 'uploaded', label: '核对列' },
  { key: 'checking', label: '检查' },
  { key: 'checked', label: '看结果' },
  { key: 'loaded', label: '导入' },
];

function stepsOf(status: ElderImport['status']): StepView[] {
  const at = ORDER.indexOf(status === 'failed' || status === 'discarded' ? 'uploaded' : status);
  return STEPS.map(step => {
    const own = ORDER.indexOf(step.key);
    if (status === 'loaded' || own < at) return { ...step, state: 'done' };
    return { ...step, state: own === at || (step.key === 'loaded' && status === 'loading') ? 'now' : 'later' };
  });
}

/** One table: columns, check, what would happen, loading, result. */
export default function ImportPage() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const first = useQueryOf(readImport, { params: { id } });
  const busy =
    first.data?.status === 'checking' || first.data?.status === 'loading' || first.data?.changes?.status === 'deciding';
  const answer = useQueryOf(readImport, { params: { id } }, busy ? { refreshEveryMs: POLL_MS } : {});
  return (
    <Loaded whole of={answer}>
      {row => (
        <>
          <PageHeader
            title={row.fileName}
            trail={[
              { title: '找人', to: '/desk/elders' },
              { title: '批量导入', to: '/desk/elders/imports' },
            ]}
            facts={[
              IMPORT_STATUS_LABELS[row.status],
              row.fileSays,
              `${row.by}，${instantWords(row.uploadedAt, today)}`,
              `写入${row.areaName}`,
            ]}
          />
          {row.status !== 'discarded' && <Stepper label="导入的步骤" steps={stepsOf(row.status)} />}
          <div className="stack import-body">
            {row.notes.length > 0 && <Note title="读这份表时注意到">{`${row.notes.join('；')}。`}</Note>}
            <Stage row={row} key={row.status} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function Stage({ row }: { row: ElderImport }) {
  if (row.status === 'discarded') return <Note title="这次导入已作废">上传的文件已经删除，档案没有变动。</Note>;
  if (row.status === 'loaded') {
    return (
      <>
        <Result row={row} />
        <ImportChanges row={row} />
      </>
    );
  }
  if (row.status === 'checking' && row.runId) {
    return <RunProgress runId={row.runId} unit="行" kept="检查不写入任何档案，停止后可以再检查" />;
  }
  if (row.status === 'loading' && row.runId) {
    return <RunProgress runId={row.runId} unit="行" kept="停止后一行都不写入，检查结果还在，可以再导入" />;
  }
  if (row.status === 'checked') {
    return (
      <>
        <ImportPreview row={row} />
        <details className="import-more">
          <summary className="link sm">列选得不对？改列后重新检查</summary>
          <ImportColumns row={row} again />
        </details>
        <Discard row={row} />
      </>
    );
  }
  return (
    <>
      {row.error && (
        <Note tone="err" title="上次没有办完">
          {row.error}
        </Note>
      )}
      <ImportColumns row={row} />
      <Discard row={row} />
    </>
  );
}

function Result({ row }: { row: ElderImport }) {
  const { counts } = row;
  if (!counts) return null;
  const waiting = row.changes?.status === 'proposed' ? row.changes.proposed : 0;
  const left = [
    counts.wrong > 0 && `${countWords(counts.wrong)}行要改`,
    counts.lookAlike > 0 && `${countWords(counts.lookAlike)}行像是已有的人，没有导入`,
  ].filter(Boolean);
  return (
    <Note
      tone="ok"
      title={`已写入：新增${countWords(counts.new)}人，更改${countWords(counts.change)}人${waiting > 0 ? `，其中${countWords(waiting)}件更正等核对后才改` : ''}`}
      acts={
        <>
          <LinkButton look={waiting > 0 ? 'plain' : 'go'} to="/desk/elders">
            去找人
          </LinkButton>
          <ErrorBookButton row={row} />
          <LinkButton to="/desk/elders/imports">再导入一份</LinkButton>
        </>
      }
    >
      {`${countWords(counts.same)}人和档案一样，没有改动${left.length > 0 ? `；${left.join('，')}，改好或判断后可以把同一份表再传一次，已写入的不会重复` : ''}。`}
    </Note>
  );
}

function Discard({ row }: { row: ElderImport }) {
  const write = useWrite(discardImport);
  return (
    <div className="row-flex">
      <Button size="sm" busy={write.isPending} onClick={() => write.mutate({ params: { id: row.id } })}>
        作废这次导入
      </Button>
      <span className="sm soft">上传的文件会删掉，档案不变。</span>
      {write.error && <ErrorState error={write.error} />}
    </div>
  );
}
