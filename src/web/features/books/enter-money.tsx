import { useState } from 'react';
import { enterAppropriation } from '#contracts/books.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput, NumberInput, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';

type Values = { documentNumber: string; receivedOn: string; yuan: number };

/** 财政拨入: document, day, sum. */
export function EnterMoney() {
  const today = useBusinessDate();
  const write = useWrite(enterAppropriation);
  const [open, setOpen] = useState(false);
  const submit = ({ yuan, ...rest }: Values) =>
    write.mutateAsync({ body: { ...rest, amountFen: Math.round(Number(yuan) * 100) } });
  return (
    <>
      <Button look="go" onClick={() => setOpen(true)}>
        登记财政拨入
      </Button>
      <Dialog title="登记拨入专户的钱" open={open} close={() => setOpen(false)}>
        <Form initial={{ receivedOn: today }} label="登记" look="ok" submit={submit} done={() => setOpen(false)}>
          <TextInput name="documentNumber" label="拨款文号" />
          <DateInput name="receivedOn" label="到账日期" max={today} />
          <NumberInput name="yuan" label="金额" unit="元" />
        </Form>
      </Dialog>
    </>
  );
}
