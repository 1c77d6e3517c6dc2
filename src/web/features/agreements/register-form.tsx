import { useNavigate } from 'react-router';
import { AGREEMENT_SUBJECT_LABELS, AGREEMENT_SUBJECTS, registerAgreement } from '#contracts/agreements.ts';
import { useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { DateInput, NumberInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';

type Given = { parties: string; endsOn?: string; meeting?: string; meetingNumber?: number; summary?: string };

/** 北京市民政局，北京市: one party a line. */
const partiesOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => {
      const [name = '', region = ''] = line.split(/[，,\s]+/);
      return { name, region };
    });

/** The parties, the subject and the term; tasks are added on the record, one by one. */
export function RegisterForm() {
  const navigate = useNavigate();
  const today = useBusinessDate();
  const write = useWrite(registerAgreement);
  return (
    <Form
      initial={{ title: '', parties: '', signedOn: today }}
      label="登记"
      look="ok"
      submit={async ({ parties, endsOn, ...given }: Given) => {
        const body = { ...given, parties: partiesOf(parties), endsOn: endsOn || null };
        const made = await write.mutateAsync({ body: body as never });
        void navigate(fill('/desk/agreements/:id', { id: made.id }));
      }}
    >
      <TextInput name="title" label="协议名称" />
      <Select
        name="subject"
        label="主题"
        options={AGREEMENT_SUBJECTS.map(value => ({ value, label: AGREEMENT_SUBJECT_LABELS[value] }))}
      />
      <TextArea name="parties" label="签约单位" rows={3} hint="一行一家，单位和省（区、市）用逗号隔开" />
      <DateInput name="signedOn" label="哪天签的" max={today} />
      <DateInput name="endsOn" label="到哪天" hint="协议没有写期限的不填" />
      <TextInput name="meeting" label="在哪个会议上签的" optional />
      <NumberInput name="meetingNumber" label="第几次会议" unit="次" optional />
      <TextArea name="summary" label="主要内容" rows={3} optional hint="对方单位负责的事写在这里" />
    </Form>
  );
}
