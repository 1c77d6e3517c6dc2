import { useParams, useSearchParams } from 'react-router';
import { downloadReport, getReport, REPORT_LABELS, type Report } from '#contracts/publications.ts';
import { download, useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { TextButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { ChecksDrawer } from './checks-drawer.tsx';
import { FigureDrawer } from './figure-drawer.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { ProgressTable } from './progress-table.tsx';
import { ReportActions } from './report-actions.tsx';
import { checksWords, shownIn } from './report-words.ts';
import './reports.css';

/** One version of a progress table: the document itself, and beside it the evidence of the figure asked about. */
export default function ReportPage() {
  const { id = '' } = useParams();
  const report = useQueryOf(getReport, { params: { id } });
  return (
    <Loaded whole of={report} rows={8}>
      {data => <ReportView report={data} />}
    </Loaded>
  );
}

function ReportView({ report }: { report: Report }) {
  const [params, setParams] = useSearchParams();
  const today = useBusinessDate();
  const shown = shownIn(params);
  const show = (query: Record<string, string>) => setParams(query, { replace: true, preventScrollReset: true });
  const close = () => show({});
  const last = report.steps[0];
  const wrong = report.checks.some(check => !check.ok);
  return (
    <div className="report">
      <PageHeader
        title={report.title}
        trail={[{ title: '季度进展', to: '/desk/reports' }]}
        facts={[
          `${report.rows.length}项任务`,
          `数字取自台账，截至${dateWords(report.asOf, today)}`,
          `第${report.version}版`,
          <TextButton key="checks" onClick={() => show({ show: 'checks' })}>
            {checksWords(report.checks)}
          </TextButton>,
          <TextButton key="history" onClick={() => show({ show: 'history' })}>
            版本和过程
          </TextButton>,
        ]}
      >
        <span className="report-status">
          <b>{REPORT_LABELS[report.status]}</b>
          {last && `${last.from === null ? '起草' : last.label} ${last.actor}，${instantWords(last.at, today)}`}
        </span>
        <Exports report={report} />
        <ReportActions report={report} />
      </PageHeader>
      {report.revisedBecause && (
        <Note tone="warn" title={`第${report.version}版是修订版`}>
          修订原因：{report.revisedBecause}
        </Note>
      )}
      {wrong && report.status === 'draft' && (
        <Note
          tone="warn"
          title="有数字对不上，送审前要改正或写明口径"
          acts={<TextButton onClick={() => show({ show: 'checks' })}>看是哪几处</TextButton>}
        />
      )}
      <div className={shown.kind === 'nothing' ? undefined : 'with-drawer'}>
        <ProgressTable
          report={report}
          shown={shown.kind === 'figure' ? shown : null}
          open={(code, row) => show({ figure: code, row: String(row) })}
        />
        {shown.kind === 'figure' && <FigureDrawer report={report} shown={shown} close={close} />}
        {shown.kind === 'checks' && <ChecksDrawer report={report} close={close} />}
        {shown.kind === 'history' && <HistoryDrawer report={report} close={close} />}
      </div>
    </div>
  );
}

const FORMATS = [
  ['docx', 'Word 文档'],
  ['pdf', 'PDF'],
  ['xlsx', 'Excel 表格'],
  ['md', '纯文本（Markdown）'],
] as const;

function Exports({ report }: { report: Report }) {
  return (
    <Menu
      place="right"
      summaryClass="btn"
      summary={
        <>
          <Icon name="download" small />
          导出
        </>
      }
    >
      {FORMATS.map(([format, label]) => (
        <button
          key={format}
          type="button"
          onClick={() =>
            void download(downloadReport, { params: { id: report.id }, query: { format } }, `${report.title}.${format}`)
          }
        >
          {label}
        </button>
      ))}
      <button type="button" onClick={() => window.print()}>
        打印
      </button>
    </Menu>
  );
}
