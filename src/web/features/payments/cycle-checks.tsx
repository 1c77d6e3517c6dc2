import type { Cycle } from '#contracts/payments/cycle-nouns.ts';
import { drawChecks } from '#contracts/payments/cycles.ts';
import { CHECK_STATUS_LABELS } from '#contracts/payments/lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useWrite } from '../../api.ts';
import { useSession } from '../../session.ts';
import { NumberInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';

const DRAWERS: readonly Role[] = ['district', 'finance', 'regulator'];

/** Recipients drawn at random after the reconciliation, with the seed that draws the same people again. */
export function CycleChecks({ cycle }: { cycle: Cycle }) {
  const { role } = useSession().currentPost;
  const write = useWrite(drawChecks);
  if (cycle.status !== 'reconciled') return null;
  if (cycle.checks.length === 0)
    return DRAWERS.includes(role) ? (
      <section>
        <SectionHead title="抽人核实" note="随机抽领钱的老人，由街道问是否收到；人数是自定的" />
        <Form
          initial={{ count: Math.min(20, cycle.reconciliation.paid.count) }}
          label="随机抽"
          look="ok"
          submit={({ count }: { count: number }) => write.mutateAsync({ params: { id: cycle.id }, body: { count } })}
        >
          <NumberInput name="count" label="抽几人" unit="人" />
        </Form>
      </section>
    ) : null;
  const done = cycle.checks.filter(each => each.status !== 'drawn').length;
  return (
    <section>
      <SectionHead title="抽人核实" note={`抽${cycle.checks.length}人，已核实${done}人；种子 ${cycle.checkSeed}`} />
      <Table
        caption="抽到的人"
        columns={[
          { key: 'draw', title: '次序', number: true },
          { key: 'elder', title: '老人' },
          { key: 'fen', title: '金额（元）', number: true },
          { key: 'status', title: '结果' },
        ]}
        tall={cycle.checks.length > 12}
      >
        {cycle.checks.map(each => (
          <tr key={each.id}>
            <td className="num">{each.draw}</td>
            <td>
              {each.elderName}
              <span className="row-note">{each.areaName}</span>
            </td>
            <td className="num">{fenToYuanText(each.amountFen)}</td>
            <td>
              <Chip tone={each.status === 'received' ? 'pine' : each.status === 'drawn' ? 'plain' : 'over'}>
                {CHECK_STATUS_LABELS[each.status]}
              </Chip>
              {each.note && <span className="row-note">{each.note}</span>}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
