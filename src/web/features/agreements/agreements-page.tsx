import { useState } from 'react';
import {
  AGREEMENT_STATUS_LABELS,
  AGREEMENT_STATUSES,
  AGREEMENT_SUBJECT_LABELS,
  AGREEMENT_SUBJECTS,
  type Agreement,
  AgreementStatus,
  AgreementSubject,
  listAgreements,
} from '#contracts/agreements.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { expiryTone, meetingWords, partyWords, tasksWords, taskWords, termWords } from './agreement-words.ts';
import { RegisterForm } from './register-form.tsx';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'subject',
    label: '主题',
    kind: 'select',
    options: AGREEMENT_SUBJECTS.map(value => ({ value, label: AGREEMENT_SUBJECT_LABELS[value] })),
  },
  {
    name: 'status',
    label: '有效没有',
    kind: 'select',
    options: AGREEMENT_STATUSES.map(value => ({ value, label: AGREEMENT_STATUS_LABELS[value] })),
  },
];

const columns = (today: string): readonly Column<Agreement>[] => [
  {
    key: 'title',
    title: '协议',
    width: '32%',
    cell: row => (
      <>
        {row.title}
        <span className="row-note">
          {[AGREEMENT_SUBJECT_LABELS[row.subject], `${dateWords(row.signedOn, today)}签`, meetingWords(row)]
            .filter(Boolean)
            .join('，')}
        </span>
      </>
    ),
  },
  { key: 'parties', title: '谁和谁', width: '20%', optional: true, cell: row => partyWords(row) },
  {
    key: 'tasks',
    title: '任务和进展',
    cell: row => (
      <>
        {tasksWords(row)}
        {row.tasks.map(task => (
          <span key={task.assignmentId} className="row-note">
            {task.title}：{taskWords(task)}
          </span>
        ))}
      </>
    ),
  },
  {
    key: 'term',
    title: '期限',
    width: '16%',
    cell: row => <Chip tone={expiryTone(row)}>{termWords(row, today)}</Chip>,
  },
];

/** Agreements by subject, each with its tasks and how far they are. */
export default function AgreementsPage() {
  const today = useBusinessDate();
  const { values } = useFilters();
  const { role, areaName } = useSession().currentPost;
  const [open, setOpen] = useState(false);
  const subject = AgreementSubject.safeParse(values.subject).data;
  const status = AgreementStatus.safeParse(values.status).data;
  const answer = usePagesOf(listAgreements, { query: { ...(subject && { subject }), ...(status && { status }) } });
  return (
    <>
      <PageHeader title="合作协议" facts={[areaName, '任务在责任单位的任务清单里办', '到期前提醒续签或终止']}>
        {(role === 'city' || role === 'district') && (
          <Button look="go" onClick={() => setOpen(true)}>
            登记一份协议
          </Button>
        )}
      </PageHeader>
      <FilterBar name="agreements" specs={SPECS} />
      <DataList
        name="agreements"
        unit="份"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/agreements/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="协议">
            <EmptyState icon="document" title="还没有登记合作协议">
              和外地民政部门签的协议登记在这里，任务交给责任单位，到期前提醒。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog title="登记一份合作协议" open={open} close={() => setOpen(false)}>
        <RegisterForm />
      </Dialog>
    </>
  );
}
