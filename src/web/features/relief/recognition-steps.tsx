import { type ReactNode, useState } from 'react';
import { type Recognition, stepRecognition } from '#contracts/relief-recognitions.ts';
import { useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';

export type Props = { row: Recognition };
type Action = 'submit' | 'approve' | 'refuse' | 'withdraw' | 'end' | 'record';

/** Why this caller may not take a step now. */
export const offOf = (row: Recognition, name: string) =>
  row.actions.find(one => one.action === name)?.disabledBecause ?? null;
export const dueOf = (row: Recognition) => (row.due ? { due: row.due } : {});

type Noted = Props & { action: Action; label: string; field: string; hint?: string };

/** A step with nothing but its note. */
export function NoteStep(props: Noted & { main?: boolean; acts?: ReactNode }) {
  const { row, action, label, field, hint, main, acts } = props;
  const write = useWrite(stepRecognition);
  return (
    <Form
      initial={{ note: '' }}
      label={label}
      look={main ? 'go' : 'ok'}
      acts={acts}
      submit={({ note }: { note: string }) => write.mutateAsync({ params: { id: row.id }, body: { action, note } })}
    >
      <TextArea name="note" label={field} rows={2} {...(hint && { hint })} />
    </Form>
  );
}

/** The same behind a button: what is done seldom. */
export function AskedStep(props: Noted) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button because={offOf(props.row, props.action)} onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      <Dialog title={props.label} open={open} close={() => setOpen(false)}>
        <NoteStep {...props} />
      </Dialog>
    </>
  );
}

export const Withdraw = ({ row }: Props) =>
  offOf(row, 'withdraw') ? null : <AskedStep row={row} action="withdraw" label="申请人撤回" field="撤回的原因" />;

export const MeansLink = ({ row, label, go }: Props & { label: string; go?: boolean }) =>
  row.seesMeans && (
    <LinkButton to={fill('/desk/relief/means/:elderId', { elderId: row.elderId })} {...(go && { look: 'go' as const })}>
      {label}
    </LinkButton>
  );
