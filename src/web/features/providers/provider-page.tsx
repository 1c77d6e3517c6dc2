import { useParams } from 'react-router';
import { listServiceItems } from '#contracts/catalogue.ts';
import {
  getProvider,
  OWNERSHIP_LABELS,
  PROVIDER_CLASS_LABELS,
  PROVIDER_STATUS_LABELS,
  type Provider,
  stepProvider,
} from '#contracts/providers.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { sourceWords } from '../../directory-source.tsx';
import { useBusinessDate } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Table, Timeline } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

/** One firm: facts, items with prices, standing, and the steps of supervision. */
export default function ProviderPage() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(getProvider, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {({ provider, actions, steps }) => (
        <div className="stack">
          <PageHeader
            record
            title={provider.name}
            trail={[{ title: '服务商', to: '/desk/providers' }]}
            facts={[
              PROVIDER_CLASS_LABELS[provider.class],
              OWNERSHIP_LABELS[provider.ownership],
              PROVIDER_STATUS_LABELS[provider.status],
              provider.rating === null ? '还没有评价' : `评价${provider.rating}分，${provider.ratingCount}次`,
            ]}
          />
          <FactList
            items={[
              ['统一社会信用代码', provider.creditCode],
              ['一天最多', `${provider.capacityPerDay}单`],
              ['准入', provider.admittedOn && dateWords(provider.admittedOn, today)],
              ['退出', provider.exitedOn && dateWords(provider.exitedOn, today)],
              ['名录来源', sourceWords(provider.source, today)],
            ]}
          />
          <Items provider={provider} />
          <Slot name="desk.organisation.main" />
          <Supervise id={id} actions={actions.filter(action => action.allowed)} />
          {steps.length > 0 && (
            <section>
              <SectionHead title="经过" />
              <Timeline
                items={steps.map(step => ({
                  key: step.at,
                  at: `${instantWords(step.at, today)}，${step.actor}`,
                  text: `${step.label}${step.note ? `：${step.note}` : ''}`,
                }))}
              />
            </section>
          )}
        </div>
      )}
    </Loaded>
  );
}

function Items({ provider }: { provider: Provider }) {
  const catalogue = useQueryOf(listServiceItems, {});
  const nameOf = (code: string) => catalogue.data?.rows.find(item => item.code === code)?.name ?? code;
  return (
    <section>
      <SectionHead title={`服务项目${provider.items.length}项`} />
      <Table
        caption="服务项目和价格"
        columns={[
          { key: 'name', title: '项目' },
          { key: 'price', title: '价格（元/次）', number: true },
        ]}
      >
        {provider.items.map(item => (
          <tr key={item.code}>
            <td>{nameOf(item.code)}</td>
            <td className="num">{fenToYuanText(item.priceFen)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

type Step = { action: 'admit' | 'warn' | 'correct' | 'suspend' | 'resume' | 'exit'; reason: string };

function Supervise({ id, actions }: { id: string; actions: readonly { action: string; label: string }[] }) {
  const write = useWrite(stepProvider);
  if (actions.length === 0) return null;
  return (
    <section>
      <SectionHead title="管理" note="退出后，没开始的服务单退回重派" />
      <Form
        key={actions.map(action => action.action).join()}
        initial={{ action: '', reason: '' }}
        label="办理"
        submit={(body: Step) => write.mutateAsync({ params: { id }, body })}
      >
        <RadioGroup
          name="action"
          label="办什么"
          options={actions.map(action => ({ value: action.action, label: action.label }))}
        />
        <TextArea name="reason" label="理由" rows={2} />
      </Form>
    </section>
  );
}
