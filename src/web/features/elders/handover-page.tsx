import { useState } from 'react';
import { useParams } from 'react-router';
import { decideHandover, HANDOVER_STATUS_LABELS, type Handover, readHandover } from '#contracts/elders/handovers.ts';
import { dayWords } from '#shared/dates.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { placeName } from './place-name.ts';
import './elders.css';

/** One hand-over: who, from where, to where; the receiving street takes the person or says why not. */
export default function HandoverPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readHandover, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {row => <OneHandover row={row} />}
    </Loaded>
  );
}

function OneHandover({ row }: { row: Handover }) {
  const today = useBusinessDate();
  return (
    <>
      <PageHeader
        title={`${row.name}迁入`}
        trail={[{ title: '迁入接收', to: '/desk/handovers' }]}
        facts={[`${row.sex}，${row.age}岁`, `${placeName(row.fromName)}移交`, HANDOVER_STATUS_LABELS[row.status]]}
        record
      />
      {row.status === 'offered' ? <Decide row={row} /> : <Decided row={row} today={today} />}
      <FactList
        items={[
          ['从哪来', placeName(row.fromName)],
          ['迁到', [placeName(row.toName), row.road, row.compound].filter(Boolean).join(' ')],
          ['迁居日期', dateWords(row.movedOn, today)],
          ['出生日期', dayWords(row.bornOn)],
          ['说明', row.note],
          ['移交', `${row.offeredBy}，${instantWords(row.offeredAt, today)}`],
        ]}
      />
    </>
  );
}

function Decide({ row }: { row: Handover }) {
  const [open, setOpen] = useState(false);
  const write = useWrite(decideHandover);
  const params = { id: row.id };
  return (
    <NextStep title="接收迁入" note="核对人住在本辖区后接收；接收前看不到证件、电话和门牌，接收后整份档案随人过来。">
      <Button
        look="go"
        because={row.disabledBecause}
        busy={write.isPending}
        onClick={() => write.mutate({ params, body: { accept: true } })}
      >
        接收
      </Button>
      {!row.disabledBecause && <Button onClick={() => setOpen(true)}>不接收</Button>}
      {write.error && <ErrorState error={write.error} />}
      <Dialog title={`不接收${row.name}`} open={open} close={() => setOpen(false)}>
        <Form
          initial={{ note: '' }}
          label="不接收"
          look="ok"
          submit={(values: { note: string }) => write.mutateAsync({ params, body: { accept: false, ...values } })}
          done={() => setOpen(false)}
        >
          <TextArea name="note" label="不接收的理由" rows={3} hint="如：地址不存在，家属说没有搬来；移交的街道看得到" />
        </Form>
      </Dialog>
    </NextStep>
  );
}

function Decided({ row, today }: { row: Handover; today: string }) {
  const by = row.decidedAt ? `${row.decidedBy}，${instantWords(row.decidedAt, today)}` : '';
  return (
    <NextStep title={HANDOVER_STATUS_LABELS[row.status]} note={[by, row.decisionNote].filter(Boolean).join('：')}>
      {row.status === 'accepted' && (
        <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>看{row.name}的档案</TextLink>
      )}
    </NextStep>
  );
}
