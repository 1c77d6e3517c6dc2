import { useState } from 'react';
import { SUCCESSION_LABELS } from '#contracts/relief-lifecycle.ts';
import { leaveSuccession, nameSuccessor, type Recognition } from '#contracts/relief-recognitions.ts';
import { useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DateInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep } from '../../ui/page-header.tsx';
import { dueOf, type Props } from './recognition-steps.tsx';

type Going = NonNullable<Recognition['succession']>;

/** The applicant is gone and others of the household are left: who of them goes on receiving. */
export function Succession({ row, succession }: Props & { succession: Going }) {
  const { state, by } = succession;
  const role = useRole();
  if (state === 'open' && role === 'street' && row.responsible) return <Name row={row} succession={succession} />;
  return (
    <NextStep
      {...dueOf(row)}
      title={SUCCESSION_LABELS[state]}
      note={
        state === 'open'
          ? `${row.outcome ?? ''}；由户籍所在的${row.responsibleName}提出由家里谁接着领，家里其他人的身份先不变。`
          : by && `${by.elderName}，${by.number}`
      }
    >
      {by && <LinkButton to={fill('/desk/relief/recognitions/:id', { id: by.id })}>看接着领的一件</LinkButton>}
    </NextStep>
  );
}

type Given = { elderId: string; signedBy: string; signedOn: string; note: string };

function Name({ row, succession }: Props & { succession: Going }) {
  const today = useBusinessDate();
  const write = useWrite(nameSuccessor);
  const options = succession.candidates.map(each => ({
    value: each.elderId,
    label: `${each.name}（${each.relation}）`,
  }));
  return (
    <NextStep
      {...dueOf(row)}
      title="定由谁接着领"
      note={`${row.outcome ?? ''}。选家里一位接着申领：家庭经济状况沿用、按现在的人口重新核算，报送后由另一人决定；钱从停发的那个月接上，不重复发。`}
    >
      <Form
        initial={{
          elderId: options.length === 1 ? (options[0]?.value ?? '') : '',
          signedBy: '',
          signedOn: today,
          note: '',
        }}
        label="提出"
        columns={2}
        checks={nameSuccessor.body}
        submit={(body: Given) => write.mutateAsync({ params: { id: row.id }, body })}
        acts={<Nobody row={row} />}
      >
        <Select name="elderId" label="由谁接着领" options={options} />
        <TextInput name="signedBy" label="核对授权书谁签的" />
        <DateInput name="signedOn" label="哪天签的" max={today} />
        <TextArea name="note" label="家里现在的情况" rows={2} full />
      </Form>
    </NextStep>
  );
}

function Nobody({ row }: Props) {
  const [open, setOpen] = useState(false);
  const write = useWrite(leaveSuccession);
  return (
    <>
      <Button onClick={() => setOpen(true)}>没有人接着领</Button>
      <Dialog title="没有人接着领" open={open} close={() => setOpen(false)}>
        <Form
          initial={{ note: '' }}
          label="没有人接着领"
          look="ok"
          checks={leaveSuccession.body}
          submit={(body: { note: string }) => write.mutateAsync({ params: { id: row.id }, body })}
        >
          <TextArea name="note" label="为什么" rows={2} hint="家里其他人的低保、低收入身份会提出更正，由另一人核对" />
        </Form>
      </Dialog>
    </>
  );
}
