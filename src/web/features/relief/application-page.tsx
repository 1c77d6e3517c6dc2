import { useState } from 'react';
import { useParams } from 'react-router';
import { CONFIDENCE_LABELS } from '#contracts/confidence.ts';
import { type ReliefApplication, readReliefApplication, stepReliefApplication } from '#contracts/relief.ts';
import { sayReliefStatus } from '#contracts/relief-lifecycle.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { PayableNote } from '../../payable-note.tsx';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { Checks, Measures } from './application-parts.tsx';

/** One temporary relief: how the amount comes about, who decides, money and service, checks elsewhere. */
export default function ApplicationPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readReliefApplication, { params: { id } }, { refreshEveryMs: 5_000 });
  return (
    <Loaded whole of={answer}>
      {row => <OneApplication row={row} />}
    </Loaded>
  );
}

function OneApplication({ row }: { row: ReliefApplication }) {
  const today = useBusinessDate();
  const role = useRole();
  const apart = row.responsibleName !== row.appliedName;
  return (
    <>
      <PageHeader
        title={`${row.elderName}的临时救助`}
        trail={[{ title: '救助申请', to: '/desk/relief/applications' }]}
        facts={[row.number, sayReliefStatus(row.kind, row.status)]}
        record
      >
        {row.warningId && !apart && (
          <TextLink to={fill('/desk/relief/warnings/:id', { id: row.warningId })}>看困难预警</TextLink>
        )}
        {!apart && role !== 'city' && (
          <TextLink to={fill('/desk/relief/means/:elderId', { elderId: row.elderId })}>看家庭经济状况</TextLink>
        )}
      </PageHeader>
      <div className="stack">
        <Next key={row.status} row={row} />
        <FactList
          items={[
            ['谁审核', apart ? `${row.responsibleName}（户籍所在地）` : row.responsibleName],
            ['谁受理', `${row.appliedName}，${row.appliedBy}，${instantWords(row.appliedAt, today)}`],
            ['申请原因', row.reason],
            ['必要支出', `${fenToYuanText(row.spentFen)}元`],
            ['审核', row.decidedBy && [row.decidedBy, row.decisionNote].filter(Boolean).join('：')],
            ['结果', row.outcome],
          ]}
        />
        <SectionHead title="金额怎么算" note={`按办法算得${fenToYuanText(row.computedFen)}元`} />
        <ul data-rule>
          {row.lines.map(line => (
            <li key={line.code}>
              {line.sentence}：{fenToYuanText(line.amountFen ?? 0)}元（{line.documentNumber}
              {line.confidence === 'found' ? '' : `，${CONFIDENCE_LABELS[line.confidence]}`}）
            </li>
          ))}
          {row.refusals.map(each => (
            <li key={each.sentence}>
              {each.sentence}（{each.documentNumber}）
            </li>
          ))}
        </ul>
        <PayableNote kind="relief-application" id={row.id} />
        <Measures row={row} />
        <Checks id={row.id} checks={row.checks} open={row.status === 'applied' || row.status === 'approved'} />
      </div>
    </>
  );
}

function Next({ row }: { row: ReliefApplication }) {
  const [refusing, setRefusing] = useState(false);
  const write = useWrite(stepReliefApplication);
  const off = (name: string) => row.actions.find(one => one.action === name)?.disabledBecause ?? null;
  const step = (action: 'approve' | 'refuse' | 'close') => (values: { note: string }) =>
    write.mutateAsync({ params: { id: row.id }, body: { action, note: values.note } });
  if (row.status === 'applied') {
    const note = row.refusals.length > 0 ? '按办法算不能批准，原因在下面。' : '对着算法和核对结果审核。';
    return (
      <NextStep title="审核" note={off('approve') ? '审核的街道会看到同一个编号；这里可以看进展、记服务。' : note}>
        {off('approve') ? (
          <Button because={off('approve')}>批准</Button>
        ) : (
          <Form
            initial={{ note: '' }}
            label={`批准${fenToYuanText(row.computedFen)}元`}
            submit={step('approve')}
            acts={<Button onClick={() => setRefusing(true)}>不批准</Button>}
          >
            <TextArea name="note" label="审核意见" rows={2} />
          </Form>
        )}
        <Dialog title="不批准" open={refusing} close={() => setRefusing(false)}>
          <Form initial={{ note: '' }} label="不批准" look="ok" submit={step('refuse')} done={() => setRefusing(false)}>
            <TextArea name="note" label="为什么不批准" rows={3} hint="申请人不服的，告诉他怎样申诉" />
          </Form>
        </Dialog>
      </NextStep>
    );
  }
  if (row.status !== 'approved')
    return <NextStep title={sayReliefStatus(row.kind, row.status)} note={row.outcome ?? row.decisionNote} />;
  const served = row.measures.some(each => each.kind === 'service');
  return (
    <NextStep
      title={served ? '办结' : '安排社工服务'}
      note={off('close') ?? (served ? '钱和服务都到位了，写明结果。' : '物质和服务都要有；在下面记社工做了什么。')}
    >
      {served && !off('close') && (
        <Form initial={{ note: '' }} label="办结" submit={step('close')}>
          <TextArea name="note" label="结果" rows={2} />
        </Form>
      )}
    </NextStep>
  );
}
