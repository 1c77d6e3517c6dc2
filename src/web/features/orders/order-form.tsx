import { useNavigate } from 'react-router';
import { listServiceItems } from '#contracts/catalogue.ts';
import { OrderForm as Checks, createOrder } from '#contracts/orders.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { RadioGroup } from '../../ui/choices.tsx';
import { DateInput, Select, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';
import { yuan } from './words.ts';

const TIMES = ['上午', '下午', '晚上'].map(value => ({ value, label: value }));

const NOTHING = { needId: null, itemCode: '' };

type Values = {
  elderId: string;
  needId: string | null;
  itemCode: string;
  wantedOn: string;
  wantedTime: string | null;
  need: string;
  note: string;
};

/** Ordering a service for one elder; the same form at the desk and in the elder portal. */
export function OrderForm({
  elderId,
  asked = NOTHING,
  opens,
  large,
}: {
  elderId: string;
  /** The need on the list that the order is made for, and the item that fits it. */
  asked?: { needId: string | null; itemCode: string };
  opens: (id: string) => string;
  large?: boolean;
}) {
  const today = useBusinessDate();
  const items = useQueryOf(listServiceItems, {});
  const write = useWrite(createOrder);
  const navigate = useNavigate();
  return (
    <Loaded of={items}>
      {({ rows }) => (
        <Form
          key={today}
          initial={{ elderId, ...asked, wantedOn: today, wantedTime: '上午', need: '', note: '' }}
          checks={Checks}
          draft={`orders.new.${elderId}${asked.needId ?? ''}`}
          label="下单"
          large={large ?? false}
          wide={large ?? false}
          submit={async (body: Values) => {
            const made = await write.mutateAsync({ body });
            await navigate(opens(made.id));
          }}
        >
          <Select
            name="itemCode"
            label="要什么服务"
            options={rows.map(item => ({
              value: item.code,
              label: `${item.name}，${item.minutes}分钟，${yuan(item.priceFen)}`,
            }))}
            hint="价格以派到的服务商为准，长护险和补贴先付"
          />
          <DateInput name="wantedOn" label="哪天上门" min={today} />
          <RadioGroup name="wantedTime" label="什么时候" options={TIMES} />
          <TextArea name="need" label="老人的情况" rows={2} optional hint="比如：腿脚不便，敲门后请等两分钟" />
          <TextArea name="note" label="对护理员的嘱咐" rows={2} optional />
        </Form>
      )}
    </Loaded>
  );
}
