import type { Cycle } from '#contracts/payments/cycle-nouns.ts';
import { downloadBankFile, takeResultFile } from '#contracts/payments/cycles.ts';
import type { Role } from '#contracts/roles.ts';
import { fenToYuanText } from '#shared/money.ts';
import { download, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { FactList, Table } from '../../ui/record-parts.tsx';
import { ErrorState, Note } from '../../ui/states.tsx';
import { countWords, instantWords } from '../../ui/words.ts';

const TAKERS: readonly Role[] = ['finance', 'district'];

/** The bank's side: the file, what came back, and whether it adds up. */
export function CycleBank({ cycle }: { cycle: Cycle }) {
  const { role } = useSession().currentPost;
  const out = ['sent', 'answered', 'reconciled'].includes(cycle.status);
  if (!cycle.file) return null;
  return (
    <section>
      <SectionHead title="银行" note={cycle.bankConnected ? '银行已接通' : '银行未接通，文件要人工送取'} />
      <FactList
        items={[
          ['文件号', cycle.file.number],
          ['笔数和金额', `${countWords(cycle.file.count)}笔，${fenToYuanText(cycle.file.fen)}元`],
          ['校验码（SM3）', <code key="sm3">{cycle.file.sm3.slice(0, 16)}</code>],
          ['银行回执', cycle.file.reference],
        ]}
      />
      {out && <Reconciled cycle={cycle} />}
      {out && TAKERS.includes(role) && <Files cycle={cycle} finance={role === 'finance'} />}
      {cycle.results.map(result => (
        <Result key={result.id} result={result} />
      ))}
    </section>
  );
}

function Reconciled({ cycle }: { cycle: Cycle }) {
  const { sent, paid, failed, waiting } = cycle.reconciliation;
  const rows = [
    { name: '送出', ...sent },
    { name: '发到', ...paid },
    { name: '退回', ...failed },
    { name: '还没有结果', ...waiting },
  ];
  return (
    <>
      <Table
        caption="对账"
        columns={[
          { key: 'name', title: '对账' },
          { key: 'n', title: '笔数', number: true },
          { key: 'fen', title: '金额（元）', number: true },
        ]}
      >
        {rows.map(row => (
          <tr key={row.name}>
            <td>{row.name}</td>
            <td className="num">{countWords(row.count)}</td>
            <td className="num">{fenToYuanText(row.fen)}</td>
          </tr>
        ))}
      </Table>
      {failed.count > 0 && (
        <p className="sm">
          <TextLink small to={`/desk/payments/lines?cycleId=${cycle.id}&status=failed`}>
            看退回的人和原因
          </TextLink>
        </p>
      )}
    </>
  );
}

function Files({ cycle, finance }: { cycle: Cycle; finance: boolean }) {
  const upload = useWrite(takeResultFile);
  const params = { id: cycle.id };
  return (
    <div className="row-flex pay-files">
      {finance && (
        <Button onClick={() => void download(downloadBankFile, { params }, `${cycle.file?.number ?? 'bank'}.txt`)}>
          下载银行文件
        </Button>
      )}
      <FileButton
        label="收回盘文件"
        busy={upload.isPending && '正在收……'}
        accept=".txt,.csv"
        take={([file]) => upload.mutate({ params, file } as never)}
      />
      {upload.data && (
        <Note tone="ok" title={upload.data.again ? '这个回盘文件收过了，没有变化' : '回盘已收'}>
          发到{countWords(upload.data.result.paid)}笔，退回{countWords(upload.data.result.failed)}笔。
        </Note>
      )}
      {upload.error && <ErrorState error={upload.error} kept="已收的回盘不受影响" />}
    </div>
  );
}

function Result({ result }: { result: Cycle['results'][number] }) {
  const today = useBusinessDate();
  return (
    <div>
      <p className="sm soft">
        {result.fileName}：{countWords(result.rows)}行，发到{countWords(result.paid)}笔，退回{countWords(result.failed)}
        笔；
        {result.takenBy}于{instantWords(result.takenAt, today)}收
      </p>
      {result.problems.length > 0 && (
        <Note tone="err" title={`${countWords(result.problems.length)}行不能用`}>
          <ul>
            {result.problems.slice(0, 20).map(each => (
              <li key={each.row}>
                第{each.row}行：{each.because}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  );
}
