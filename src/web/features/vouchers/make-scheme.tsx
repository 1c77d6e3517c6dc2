import { useNavigate } from 'react-router';
import { listServiceItems } from '#contracts/catalogue.ts';
import { ABILITY_LABELS, TAG_CODES, TAG_LABELS } from '#contracts/elders.ts';
import { VOUCHER_PERIOD_LABELS, VOUCHER_PERIODS } from '#contracts/voucher-lifecycle.ts';
import { makeVoucherScheme } from '#contracts/vouchers.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { CheckGroup, RadioGroup } from '../../ui/choices.tsx';
import { DateInput, NumberInput, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';

type Given = {
  yuan?: number;
  minAge?: number;
  levels?: string[];
  classes?: string[];
  tags?: string[];
  keepMonths?: number;
  documentNumber?: string;
};

/** Whom, how much, for what and by which document. What no document says is the district's own and marked so. */
export function MakeScheme() {
  const navigate = useNavigate();
  const today = useBusinessDate();
  const items = useQueryOf(listServiceItems, {});
  const write = useWrite(makeVoucherScheme);
  const make = async ({ yuan, minAge, levels = [], classes = [], tags = [], ...given }: Given) => {
    const rule = { minAge: minAge ?? null, abilityLevels: levels.map(Number), economicClasses: classes, tags };
    const { documentNumber, keepMonths, ...rest } = given;
    const body = {
      ...{ ...rest, rule, valueFen: Math.round((yuan ?? 0) * 100), keepMonths: keepMonths ?? 0 },
      ...(documentNumber && { documentNumber }),
    };
    const made = await write.mutateAsync({ body: body as never });
    void navigate(fill('/desk/vouchers/:id', { id: made.id }));
  };
  return (
    <Loaded of={items}>
      {({ rows }) => (
        <Form
          initial={{ period: 'month', levels: [], classes: [], tags: [], items: [], validFrom: today }}
          label="送另一位同事复核"
          look="ok"
          submit={make}
        >
          <TextInput name="name" label="名称" hint="如：失能老年人居家服务券" />
          <NumberInput name="minAge" label="年满多少周岁的" unit="周岁" optional />
          <CheckGroup
            name="levels"
            label="能力等级"
            optional
            options={ABILITY_LABELS.map((label, level) => ({ value: String(level), label }))}
          />
          <CheckGroup
            name="classes"
            label="困难的"
            optional
            options={['低保', '低收入', '特困'].map(value => ({ value, label: value }))}
          />
          <CheckGroup
            name="tags"
            label="标签"
            optional
            options={TAG_CODES.map(value => ({ value, label: TAG_LABELS[value] }))}
          />
          <RadioGroup
            name="period"
            label="怎么发"
            options={VOUCHER_PERIODS.map(value => ({ value, label: VOUCHER_PERIOD_LABELS[value] }))}
          />
          <NumberInput name="yuan" label="面值" unit="元" />
          <NumberInput name="keepMonths" label="每月的没用完多留几个月" unit="个月" optional />
          <CheckGroup
            name="items"
            label="能买的服务项目"
            options={rows.map(item => ({ value: item.code, label: item.name }))}
          />
          <DateInput name="validFrom" label="从哪天" />
          <DateInput name="validTo" label="到哪天" />
          <TextInput name="basis" label="依据" hint="区里的会议、试点方案等" />
          <TextInput
            name="documentNumber"
            label="规定面值的文号"
            optional
            hint="没有就不填，页面上标“系统默认，可配置”"
          />
        </Form>
      )}
    </Loaded>
  );
}
