import { z } from 'zod';
import { CheckGroup, RadioGroup, Tick } from '../../ui/choices.tsx';
import { DateInput, NumberInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { SectionHead } from '../../ui/page-header.tsx';

const CHECKS = z.object({
  name: z.string().min(1, { error: '请填姓名' }),
  bornOn: z.iso.date({ error: '请填出生日期，写成1938-03-12的样子' }),
});

const LIVING = [
  { value: 'alone', label: '独居' },
  { value: 'couple', label: '与老伴同住' },
] as const;

export function KitForms() {
  return (
    <>
      <SectionHead title="表单" note="错误写在格子下面，提交不成时焦点到第一处" />
      <Form
        initial={{ name: '' }}
        checks={CHECKS}
        draft="kit"
        look="ok"
        label="登记"
        columns={2}
        submit={() => Promise.resolve()}
      >
        <TextInput name="name" label="姓名" />
        <DateInput name="bornOn" label="出生日期" hint="与身份证一致" />
        <Select name="street" label="街道" options={[{ value: 'a', label: '样例街道' }]} />
        <NumberInput name="hours" label="每月小时" unit="小时" optional />
        <RadioGroup name="living" label="居住状况" options={LIVING} />
        <CheckGroup
          name="needs"
          label="需要的服务"
          options={[
            { value: 'meal', label: '助餐' },
            { value: 'bath', label: '助浴' },
          ]}
        />
        <TextArea name="note" label="说明" optional full />
        <Tick name="agreed" label="老人已当面同意" full />
      </Form>
    </>
  );
}
