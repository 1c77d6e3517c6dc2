import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OutputOf } from '#contracts/endpoint.ts';
import { draftReport, listReports, REPORT_LABELS, type ReportStatus } from '#contracts/publications.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useRole, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { DateInput, Select } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { periodOptions, periodWords } from './report-words.ts';

type Row = OutputOf<typeof listReports>['rows'][number];
const TONES = {
  draft: 'plain',
  submitted: 'today',
  approved: 'pine',
  locked: 'pine',
  superseded: 'plain',
} as const satisfies Record<ReportStatus, string>;

const columns = (today: string): readonly Column<Row>[] => [
  { key: 'title', title: '进展表', cell: row => row.title },
  { key: 'period', title: '期次', cell: row => periodWords(row.period) },
  { key: 'version', title: '版本', cell: row => `第${row.version}版` },
  { key: 'asOf', title: '数据截至', cell: row => dateWords(row.asOf, today) },
  { key: 'status', title: '状态', cell: row => <Chip tone={TONES[row.status]}>{REPORT_LABELS[row.status]}</Chip> },
];

export default function ReportsPage() {
  const answer = useQueryOf(listReports, {});
  const [drafting, setDrafting] = useState(false);
  const { areaName } = useSession().currentPost;
  const role = useRole();
  const writes = role === 'city' || role === 'district';
  const draft = writes && (
    <Button look="go" onClick={() => setDrafting(true)}>
      起草一期
    </Button>
  );
  return (
    <>
      <PageHeader title="季度进展" facts={[areaName, '数字从台账算出，每个数都能看到它的记录']}>
        {draft}
      </PageHeader>
      <DataList
        name="reports"
        unit="份"
        columns={columns(useBusinessDate())}
        answer={{ rows: answer.data?.rows, error: answer.error, retry: () => void answer.refetch() }}
        rowKey={row => row.id}
        to={row => `/desk/reports/${row.id}`}
        empty={
          <EmptyState icon="document" title="还没有进展表">
            任务和各单位反馈的进展齐了以后，选一个季度起草，系统按截至日期把数字算好。
          </EmptyState>
        }
      />
      <Dialog title="起草一期进展表" open={drafting} close={() => setDrafting(false)}>
        <DraftForm />
      </Dialog>
    </>
  );
}

function DraftForm() {
  const write = useWrite(draftReport);
  const navigate = useNavigate();
  const options = periodOptions(useBusinessDate());
  return (
    <Form
      initial={{ period: options[0]?.value }}
      checks={draftReport.body}
      label="起草"
      submit={async (values: { period: string; asOf?: string }) => {
        const report = await write.mutateAsync({ body: values });
        void navigate(`/desk/reports/${report.id}`);
      }}
    >
      <Select name="period" label="期次" options={options} />
      <DateInput name="asOf" label="数据截至" optional hint="不填就按季度第二个月的月底，和往期一样" />
    </Form>
  );
}
