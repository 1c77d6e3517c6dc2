import { useNavigate } from 'react-router';
import { OCCASION_LABELS, OCCASIONS, type Occasion } from '#contracts/festival-lifecycle.ts';
import { makeFestival, readFestivalDefaults } from '#contracts/festivals.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { CheckGroup, RadioGroup } from '../../ui/choices.tsx';
import { DateInput, NumberInput, Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { useField } from '../../ui/form-state.ts';
import { Note } from '../../ui/states.tsx';

type Given = {
  occasion?: Occasion;
  name?: string;
  onDay?: string;
  minAge?: number;
  classes?: string[];
  special?: string[];
  gift?: string;
  goods?: string;
  basis?: string;
};

/** Whom, what and by which document; what is not set by the district cannot be given as money. */
export function MakeFestival() {
  const navigate = useNavigate();
  const today = useBusinessDate();
  const write = useWrite(makeFestival);
  return (
    <Form
      initial={{ onDay: today, classes: [], special: [], gift: 'goods' }}
      label="列名单"
      look="ok"
      submit={async ({ minAge, classes = [], special = [], ...given }: Given) => {
        const rule = { minAge: minAge ?? null, economicClasses: classes, familyPlanningSpecial: special.length > 0 };
        const made = await write.mutateAsync({ body: { ...given, rule } as never });
        void navigate(fill('/desk/festivals/:id', { id: made.id }));
      }}
    >
      <Select
        name="occasion"
        label="哪个节日"
        options={OCCASIONS.map(value => ({ value, label: OCCASION_LABELS[value] }))}
      />
      <TextInput name="name" label="名称" hint="如：2025年重阳节" />
      <DateInput name="onDay" label="节日那天" />
      <Defaults />
      <NumberInput name="minAge" label="年满多少周岁的" unit="周岁" optional />
      <CheckGroup
        name="classes"
        label="困难的"
        optional
        options={['低保', '低收入', '特困'].map(value => ({ value, label: value }))}
      />
      <CheckGroup name="special" label="失独等" optional options={[{ value: 'yes', label: '计划生育特殊家庭' }]} />
      <RadioGroup
        name="gift"
        label="送什么"
        options={[
          { value: 'goods', label: '慰问品' },
          { value: 'money', label: '慰问金（区里定的金额）' },
        ]}
      />
      <TextInput name="goods" label="送的是什么" optional hint="送慰问品的写：如米面油一份" />
      <TextInput name="basis" label="依据" hint="区里的文件、通知或会议" />
    </Form>
  );
}

/** What the district has set for this festival, and the default groups as ours. */
function Defaults() {
  const occasion = useField('occasion', '哪个节日').value as Occasion | undefined;
  return occasion ? <SetAmount occasion={occasion} /> : null;
}

function SetAmount({ occasion }: { occasion: Occasion }) {
  const answer = useQueryOf(readFestivalDefaults, { query: { occasion } });
  if (!answer.data) return null;
  const { amountFen, documentNumber, groups } = answer.data;
  return (
    <Note title={amountFen === null ? '慰问金区里没有定，只能送慰问品' : `慰问金每人${fenToYuanText(amountFen)}元`}>
      <span data-rule>
        {documentNumber && `依据${documentNumber}。`}没有查到规定对象的文件，本系统默认：{groups.join('；')}。
      </span>
    </Note>
  );
}
