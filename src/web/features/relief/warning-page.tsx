import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { applyForRelief, type ReliefWarning, readWarning, stepWarning } from '#contracts/relief.ts';
import { sayReliefStatus, WARNING_STATUS_LABELS } from '#contracts/relief-lifecycle.ts';
import { VERDICT_LABELS, VERDICTS, type Verdict } from '#contracts/relief-rules.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { RadioGroup, Tick } from '../../ui/choices.tsx';
import { NumberInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Timeline } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { Reasons } from './warning-reasons.tsx';
import './relief.css';

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
            ['上门看到的', row.finding],
            ['给了什么帮扶', row.aid],
            ['结果', row.outcome],
            ['知会', row.informedName && `户籍在${row.informedName}，已知会`],
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
        <SectionHead title="为什么预警" note={`${row.reasons.length}个信号`} />
        <Reasons reasons={row.reasons} />
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
  const [open, setOpen] = useState<'give' | 'apply' | null>(null);
  const write = useWrite(stepWarning);
  const off = (name: string) => row.actions.find(one => one.action === name)?.disabledBecause ?? null;
  const step = (action: 'give' | 'close') => (values: { note: string }) =>
    write.mutateAsync({ params: { id: row.id }, body: { action, note: values.note } });
  const due = row.due ? { due: row.due } : {};
  const close = () => setOpen(null);
  if (row.status === 'warned')
    return (
      <NextStep {...due} title="上门核实" note="一次上门把每个信号都看清楚；有一个属实、有困难，就转入救助。">
        {off('verify') ? <Button because={off('verify')}>记下上门结果</Button> : <Visit row={row} />}
      </NextStep>
    );
  if (row.status === 'verified' && (!row.application || row.application.status === 'refused'))
    return (
      <NextStep {...due} title="受理临时救助" note="金额按办法算，审核以前可以看到算法。">
        <Button look="go" onClick={() => setOpen('apply')}>
          受理临时救助
        </Button>
        <Button because={off('give')} onClick={() => setOpen('give')}>
          给了其他帮扶
        </Button>
        <Dialog title="给了其他帮扶" open={open === 'give'} close={close}>
          <Form initial={{ note: '' }} label="记下" look="ok" submit={step('give')} done={close}>
            <TextArea
              name="note"
              label="给了什么，谁给的"
              rows={3}
              hint="如：帮助申请低保、介绍公益性岗位、慈善帮扶、社工服务"
            />
          </Form>
        </Dialog>
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

const OPTIONS = VERDICTS.map(value => ({ value, label: VERDICT_LABELS[value] }));
type Seen = { note: string; verdicts: Record<string, Verdict | ''> };

/** Every signal is judged by itself; that one is true and calls for help decides which way it goes. */
function Visit({ row }: { row: ReliefWarning }) {
  const write = useWrite(stepWarning);
  const open = row.reasons.filter(one => one.verdict === null);
  const submit = ({ note, verdicts }: Seen) => {
    const said = open.flatMap(({ id }) => {
      const verdict = verdicts[id];
      return verdict ? [{ reasonId: id, verdict }] : [];
    });
    const action = said.some(one => one.verdict === 'true') ? 'verify' : 'exclude';
    return write.mutateAsync({ params: { id: row.id }, body: { action, note, verdicts: said } });
  };
  return (
    <Form
      initial={{ note: '', verdicts: Object.fromEntries(open.map(one => [one.id, ''])) }}
      label="记下上门结果"
      submit={submit}
    >
      {open.map(one => (
        <RadioGroup key={one.id} name={`verdicts.${one.id}`} label={one.sentence} options={OPTIONS} />
      ))}
      <TextArea name="note" label="上门看到的情况" rows={2} hint="看票据、问收入和报销；不用救助的写明为什么" />
    </Form>
  );
}

function Apply({ row }: { row: ReliefWarning }) {
  const write = useWrite(applyForRelief);
  const navigate = useNavigate();
  return (
    <Form
      initial={{
        yuan: row.spentFen === null ? '' : row.spentFen / 100,
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
        hint={
          row.spentFen === null
            ? '扣除报销和其他救助以后自己负担的'
            : `扣除报销和其他救助以后自己负担的；预警时是${fenToYuanText(row.spentFen)}元`
        }
      />
      <Tick name="severelyDisabled" label="家里有重度残疾人" />
      <TextArea name="reason" label="申请原因" rows={3} />
    </Form>
  );
}
