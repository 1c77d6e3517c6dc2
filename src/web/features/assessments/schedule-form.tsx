import { listAvailableAssessors, scheduleAssessment } from '#contracts/assessments/endpoints.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { CheckGroup } from '../../ui/choices.tsx';
import { DateInput, Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

/** Hours at which somebody is already on the road, in the next days. */
function busyWords(busyAt: readonly string[], today: string): string {
  if (busyAt.length === 0) return '两周内没有上门';
  const shown = busyAt.slice(0, 3).map(at => instantWords(at, today));
  return `已排${busyAt.length}次上门：${shown.join('、')}${busyAt.length > 3 ? '等' : ''}`;
}

type Values = { first?: string; second?: string; medical?: string[]; day?: string; time?: string };

/** Two different assessors, which of them has a medical background, and when they come (Asia/Shanghai). */
export function ScheduleForm({ id, done }: { id: string; done: () => void }) {
  const found = useQueryOf(listAvailableAssessors, { params: { id } });
  const write = useWrite(scheduleAssessment);
  const today = useBusinessDate();
  const submit = ({ first = '', second = '', medical = [], day = '', time = '' }: Values) => {
    const assessors = [first, second]
      .filter(Boolean)
      .map(accountId => ({ accountId, medical: medical.includes(accountId) }));
    return write.mutateAsync({ params: { id }, body: { visitAt: `${day}T${time}:00+08:00`, assessors } });
  };
  return (
    <Loaded of={found}>
      {({ rows }) => {
        if (rows.length < 2)
          return (
            <EmptyState icon="person" title="本辖区可派的评估员不够两名">
              请联系区民政局，给评估机构的评估员开通本区岗位。
            </EmptyState>
          );
        const free = rows.filter(row => row.disabledBecause === null);
        const options = free.map(row => ({
          value: row.accountId,
          label: [row.name, row.title, row.organisation, busyWords(row.busyAt, today)].filter(Boolean).join('，'),
        }));
        const barred = rows.filter(row => row.disabledBecause !== null);
        return (
          <Form
            initial={{ medical: free.filter(row => row.medicalGuess).map(row => row.accountId), time: '09:30' }}
            label="派出两名评估员"
            columns={2}
            submit={submit}
            done={done}
          >
            <Select name="first" label="第一名评估员" options={options} />
            <Select name="second" label="第二名评估员" options={options} />
            <CheckGroup
              full
              name="medical"
              label="有医护背景的（至少一名；凭经验设置，待核对文件）"
              options={free.map(row => ({ value: row.accountId, label: row.name }))}
            />
            <DateInput name="day" label="上门日期" />
            <TextInput name="time" label="上门时间" type="time" />
            {barred.length > 0 && (
              <p className="full sm soft">
                {barred.map(row => row.name).join('、')}：{barred[0]?.disabledBecause}。
              </p>
            )}
          </Form>
        );
      }}
    </Loaded>
  );
}
