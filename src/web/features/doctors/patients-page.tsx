import { type DoctorContract, listDoctorContracts } from '#contracts/doctors.ts';
import { ABILITY_LABELS } from '#contracts/elders.ts';
import { usePagesOf } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { DueChip } from '../../ui/marks.tsx';
import { Tabs, useTab } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { contactDue, patientWords } from './doctor-words.ts';

const TABS = [
  { key: 'due', title: '今天该随访' },
  { key: 'all', title: '全部签约' },
] as const;

const columns = (today: string | undefined): readonly Column<DoctorContract>[] => [
  {
    key: 'person',
    title: '老年人',
    width: '28%',
    cell: row => (
      <>
        {patientWords(row)}
        <span className="row-note">{[row.areaName, row.place].filter(Boolean).join(' ')}</span>
      </>
    ),
  },
  {
    key: 'ability',
    title: '能力',
    width: 100,
    cell: row => (row.abilityLevel === null ? '没评估过' : ABILITY_LABELS[row.abilityLevel]),
  },
  { key: 'bed', title: '家庭养老床位', width: 130, cell: row => row.bed ?? <span className="mute">没有</span> },
  {
    key: 'last',
    title: '上次随访',
    width: 110,
    cell: row => (row.lastContactOn ? dateWords(row.lastContactOn, today) : <span className="mute">还没有</span>),
  },
  {
    key: 'due',
    title: '下次随访',
    cell: row => {
      const due = contactDue(row, today);
      return (
        <>
          {due && <DueChip due={due} />}
          {row.because && <span className="row-note">{row.because}</span>}
        </>
      );
    },
  },
];

/** A doctor's own people, longest overdue first. */
export default function PatientsPage() {
  const tab = useTab(TABS);
  const view = tab === 'all' ? 'all' : 'due';
  const today = useBusinessDate();
  const { areaName, organisationName } = useSession().currentPost;
  const contracts = usePagesOf(listDoctorContracts, { query: { view, limit: 50 } });
  return (
    <>
      <PageHeader
        title="签约的老年人"
        facts={[organisationName ?? areaName, '只有跟您签约的；定期随访的间隔是设计默认值']}
      />
      <Tabs label="看哪些人" tabs={TABS} />
      <DataList
        name="patients"
        unit="人"
        columns={columns(today)}
        answer={contracts}
        rowKey={row => row.id}
        to={row => `/desk/patients/${row.elderId}`}
        empty={
          <EmptyState icon="person" title={view === 'due' ? '今天没有该随访的人' : '还没有老年人跟您签约'}>
            社区、街道在老人档案里代为签约；告警属实后，签约的人会排到这里。
          </EmptyState>
        }
      />
    </>
  );
}
