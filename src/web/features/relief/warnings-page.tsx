import { listThresholds, listWarnings, type ReliefWarningRow, setThreshold } from '#contracts/relief.ts';
import { WARNING_STATUS_LABELS, WARNING_STATUSES, type WarningStatus } from '#contracts/relief-lifecycle.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { DateInput, NumberInput, TextInput } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: WARNING_STATUSES.map(value => ({ value, label: WARNING_STATUS_LABELS[value] })),
  },
];

const COLUMNS: readonly Column<ReliefWarningRow>[] = [
  { key: 'name', title: '老人', cell: row => row.elderName, width: 110 },
  { key: 'why', title: '为什么预警', cell: row => row.sentence },
  { key: 'area', title: '社区', cell: row => row.areaName, optional: true },
  { key: 'number', title: '编号', cell: row => row.number, optional: true },
  {
    key: 'status',
    title: '进展',
    cell: row => (
      <>
        <Chip tone="plain">{WARNING_STATUS_LABELS[row.status]}</Chip> {row.due && <DueChip due={row.due} />}
      </>
    ),
    width: 220,
  },
];

/** Who may have fallen on hard times, found before anybody asks. */
export default function WarningsPage() {
  const { values } = useFilters();
  const { role } = useSession().currentPost;
  const answer = usePagesOf(listWarnings, {
    query: { ...(values.status && { status: values.status as WarningStatus }) },
  });
  return (
    <>
      <PageHeader title="困难预警" facts={['医保支出超过预警线的', '街道上门核实，救助或排除，写明结果']} />
      <FilterBar name="warnings" specs={SPECS} />
      <DataList
        name="warnings"
        unit="条"
        columns={COLUMNS}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/relief/warnings/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="预警">
            <EmptyState icon="document" title="没有预警">
              医保数据比对以后，个人负担超过预警线的会出现在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Thresholds maySet={role === 'district' || role === 'city'} />
    </>
  );
}

function Thresholds({ maySet }: { maySet: boolean }) {
  const today = useBusinessDate();
  const answer = useQueryOf(listThresholds, {});
  const write = useWrite(setThreshold);
  return (
    <section>
      <SectionHead title="预警线" note="一年里个人负担的医疗费" />
      <Loaded of={answer}>
        {({ rows }) => (
          <ul data-rule>
            {rows.map(row => (
              <li key={`${row.areaName}${row.fromOn}${row.setBy}${row.thresholdFen}`}>
                {row.areaName}：超过{fenToYuanText(row.thresholdFen)}元
                {row.isDefault ? '（本系统默认，未见文件）' : `，${dateWords(row.fromOn, today)}起，${row.setBy}定`}。
                {row.basis}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {maySet && (
        <details>
          <summary className="link sm">改预警线</summary>
          <Form
            initial={{ fromOn: today }}
            label="改预警线"
            look="ok"
            submit={({ yuan, ...rest }: { yuan: number; basis: string; fromOn: string }) =>
              write.mutateAsync({ body: { ...rest, thresholdFen: Math.round(Number(yuan) * 100) } })
            }
          >
            <NumberInput name="yuan" label="超过多少元预警" unit="元" />
            <TextInput name="basis" label="依据" />
            <DateInput name="fromOn" label="从哪天起" />
          </Form>
        </details>
      )}
    </section>
  );
}
