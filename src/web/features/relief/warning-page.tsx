import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { applyForRelief, type ReliefWarning, readWarning, stepWarning } from '#contracts/relief.ts';
import { sayReliefStatus, WARNING_STATUS_LABELS } from '#contracts/relief-lifecycle.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { Tick } from '../../ui/choices.tsx';
import { NumberInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Timeline } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

/** One warning from the signal to its outcome. */
export default function WarningPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readWarning, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {row => <OneWarning row={row} />}
    </Loaded>
  );
}

function OneWarning({ row }: { row: ReliefWarning }) {
  const role = useRole();
  const today = useBusinessDate();
  return (
    <>
      <PageHeader
        title={`${row.elderName}的困难预警`}
        trail={[{ title: '困难预警', to: '/desk/relief/warnings' }]}
        facts={[row.number, row.areaName, WARNING_STATUS_LABELS[row.status]]}
        record
      >
        <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>看{row.elderName}的档案</TextLink>
        {role !== 'city' && (
          <TextLink to={fill('/desk/relief/means/:elderId', { elderId: row.elderId })}>看家庭经济状况</TextLink>
        )}
      </PageHeader>
      <div className="stack">
        <Next key={row.status} row={row} />
        <FactList
          items={[
            ['为什么预警', row.sentence],
            ['个人负担', row.costFen === null ? row.withheld : `${fenToYuanText(row.costFen)}元`],
            ['数据到哪天', dateWords(row.asOf, today)],
            ['上门看到的', row.finding],
            ['结果', row.outcome],
            [
              '临时救助',
              row.application && (
                <TextLink to={fill('/desk/relief/applications/:id', { id: row.application.id })}>
                  {row.application.number}，{sayReliefStatus('temporaryRelief', row.application.status)}
                </TextLink>
              ),
            ],
          ]}
        />
        <SectionHead title="经过" />
        <Timeline
          items={row.steps.map(step => ({
            key: `${step.at}${step.label}`,
            at: instantWords(step.at, today),
            text: [`${step.label}，${step.by}`, step.note].filter(Boolean).join('：'),
          }))}
        />
      </div>
    </>
  );
}

function Next({ row }: { row: ReliefWarning }) {
  const [open, setOpen] = useState<'exclude' | 'apply' | null>(null);
  const write = useWrite(stepWarning);
  const off = (name: string) => row.actions.find(one => one.action === name)?.disabledBecause ?? null;
  const step = (action: 'verify' | 'exclude' | 'close') => (values: { note: string }) =>
    write.mutateAsync({ params: { id: row.id }, body: { action, note: values.note } });
  const due = row.due ? { due: row.due } : {};
  const close = () => setOpen(null);
  if (row.status === 'warned')
    return (
      <NextStep {...due} title="上门核实" note="看票据、问收入和报销情况；属实就转入救助，不用救助的写明原因。">
        {off('verify') ? (
          <Button because={off('verify')}>属实，要救助</Button>
        ) : (
          <Form
            initial={{ note: '' }}
            label="属实，要救助"
            submit={step('verify')}
            acts={<Button onClick={() => setOpen('exclude')}>不用救助</Button>}
          >
            <TextArea name="note" label="上门看到的情况" rows={2} />
          </Form>
        )}
        <Dialog title="不用救助" open={open === 'exclude'} close={close}>
          <Form initial={{ note: '' }} label="不用救助" look="ok" submit={step('exclude')} done={close}>
            <TextArea name="note" label="为什么不用救助" rows={3} hint="如：已有商业保险，全部报销" />
          </Form>
        </Dialog>
      </NextStep>
    );
  if (row.status === 'verified' && (!row.application || row.application.status === 'refused'))
    return (
      <NextStep {...due} title="受理临时救助" note="金额按办法算，审核以前可以看到算法。">
        <Button look="go" onClick={() => setOpen('apply')}>
          受理临时救助
        </Button>
        <Dialog title="受理临时救助" open={open === 'apply'} close={close}>
          <Apply row={row} />
        </Dialog>
      </NextStep>
    );
  if (row.status === 'aided')
    return (
      <NextStep {...due} title="办结预警" note="写明给了什么、效果怎样。">
        {off('close') ? (
          <Button because={off('close')}>办结</Button>
        ) : (
          <Form initial={{ note: '' }} label="办结" submit={step('close')}>
            <TextArea name="note" label="结果" rows={2} />
          </Form>
        )}
      </NextStep>
    );
  return <NextStep title={WARNING_STATUS_LABELS[row.status]} note={row.outcome ?? '等户籍街道审核救助'} />;
}

function Apply({ row }: { row: ReliefWarning }) {
  const write = useWrite(applyForRelief);
  const navigate = useNavigate();
  return (
    <Form
      initial={{
        yuan: row.costFen === null ? '' : row.costFen / 100,
        severelyDisabled: false,
        reason: row.finding ?? '',
      }}
      label="受理"
      submit={async ({ yuan, ...rest }: { yuan: number | string; severelyDisabled: boolean; reason: string }) => {
        const body = { ...rest, elderId: row.elderId, warningId: row.id, spentFen: Math.round(Number(yuan) * 100) };
        const { id } = await write.mutateAsync({ body });
        void navigate(fill('/desk/relief/applications/:id', { id }));
      }}
    >
      <NumberInput
        name="yuan"
        label="必要支出"
        unit="元"
        hint={`扣除报销和其他救助以后自己负担的${row.costFen === null ? '' : `；预警时是${fenToYuanText(row.costFen)}元`}`}
      />
      <Tick name="severelyDisabled" label="家里有重度残疾人" />
      <TextArea name="reason" label="申请原因" rows={3} />
    </Form>
  );
}
