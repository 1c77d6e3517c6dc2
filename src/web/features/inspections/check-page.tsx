import { useState } from 'react';
import { useParams } from 'react-router';
import { CHECK_LABELS, CHECK_RESULT_LABELS, CHECK_RESULTS, type CheckResult } from '#contracts/inspection-lifecycle.ts';
import { type Check, closeCheck, correctChecked, enterResult, getCheck, startCheck } from '#contracts/inspections.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { NumberInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table, Timeline } from '../../ui/record-parts.tsx';
import { EmptyState, ErrorState, Loaded } from '../../ui/states.tsx';
import { clockWords, dateWords, instantWords } from '../../ui/words.ts';
import { Figures, Lines } from './check-figures.tsx';
import { CHECK_TONES, CHECK_WAITS } from './check-words.ts';
import './inspections.css';

/** One drawn record: before and after the correction, the lines, and which figures changed. */
export default function CheckPage() {
  const { id = '' } = useParams();
  const check = useQueryOf(getCheck, { params: { id } });
  const today = useBusinessDate();
  const regulator = useRole() === 'regulator';
  return (
    <Loaded whole of={check} rows={8}>
      {of => (
        <>
          <PageHeader
            record
            title={`${dateWords(of.servedOn, today)} ${of.itemName}`}
            trail={[
              { title: '随机抽查', to: '/desk/inspections' },
              { title: of.drawTitle, to: fill('/desk/inspections/draws/:id', { id: of.drawId }) },
            ]}
            facts={[`第${of.position}条`, of.providerName, of.areaName, `记录${of.recordedMinutes}分钟`]}
          >
            <Chip tone={CHECK_TONES[of.status]}>{CHECK_LABELS[of.status]}</Chip>
          </PageHeader>
          <div className="check">
            <div className="stack">
              {regulator && of.status !== 'closed' && <Next of={of} />}
              <Result of={of} />
              <Records of={of} />
              <Lines of={of} />
              <Figures of={of} />
            </div>
            <aside aria-label="经过">
              <SectionHead title="经过" />
              <Timeline
                items={of.steps.map(step => ({
                  key: `${step.at}${step.action}${step.from}`,
                  at: instantWords(step.at, today),
                  kind: step.action === 'short' || step.action === 'not-found' ? 'warn' : 'done',
                  text: (
                    <>
                      {step.actor} {step.from === null ? '抽中' : step.label}
                      {step.note && <span className="row-note">{step.note}</span>}
                    </>
                  ),
                }))}
              />
            </aside>
          </div>
        </>
      )}
    </Loaded>
  );
}

function Next({ of }: { of: Check }) {
  const start = useWrite(startCheck);
  const close = useWrite(closeCheck);
  const [asking, setAsking] = useState<'result' | 'correct' | null>(null);
  const error = start.error ?? close.error;
  const done = () => setAsking(null);
  return (
    <>
      <NextStep title={CHECK_WAITS[of.status]} note="结果、更正和办结都记入审计，老人和家属看得到。">
        {of.status === 'drawn' && (
          <Button look="go" busy={start.isPending} onClick={() => start.mutate({ params: { id: of.id } })}>
            接办
          </Button>
        )}
        {of.status === 'checking' && (
          <Button look="go" onClick={() => setAsking('result')}>
            登记结果
          </Button>
        )}
        {(of.status === 'found-short' || of.status === 'not-found') && (
          <Button look="go" onClick={() => setAsking('correct')}>
            更正记录和结算
          </Button>
        )}
        {(of.status === 'found-consistent' || of.status === 'corrected') && (
          <Button look="go" busy={close.isPending} onClick={() => close.mutate({ params: { id: of.id }, body: {} })}>
            办结
          </Button>
        )}
      </NextStep>
      {error && <ErrorState error={error} />}
      <Dialog title={asking === 'correct' ? '更正记录和结算' : '登记核查结果'} open={asking !== null} close={done}>
        {asking === 'result' && <ResultForm of={of} done={done} />}
        {asking === 'correct' && <CorrectForm of={of} done={done} />}
      </Dialog>
    </>
  );
}

function ResultForm({ of, done }: { of: Check; done: () => void }) {
  const write = useWrite(enterResult);
  type Values = { result: CheckResult; foundMinutes?: number; evidence: string };
  return (
    <Form
      initial={{ evidence: '' }}
      checks={enterResult.body}
      draft={`inspections.result.${of.id}`}
      label="登记结果"
      submit={({ foundMinutes, ...rest }: Values) =>
        write.mutateAsync({ params: { id: of.id }, body: { ...rest, foundMinutes: foundMinutes ?? null } })
      }
      done={done}
    >
      <RadioGroup
        name="result"
        label="核查结果"
        options={CHECK_RESULTS.map(value => ({ value, label: CHECK_RESULT_LABELS[value] }))}
      />
      <NumberInput
        name="foundMinutes"
        label="核实的分钟数"
        unit="分钟"
        optional
        hint={`时长不足时必填，记录是${of.recordedMinutes}分钟`}
      />
      <TextArea name="evidence" label="核实依据" rows={3} hint="看了什么、问了谁，例如：门口监控录像、老人本人电话" />
    </Form>
  );
}

function CorrectForm({ of, done }: { of: Check; done: () => void }) {
  const write = useWrite(correctChecked);
  return (
    <Form
      initial={{ reason: '' }}
      checks={correctChecked.body}
      label="更正"
      submit={(body: { reason: string }) => write.mutateAsync({ params: { id: of.id }, body })}
      done={done}
    >
      <p className="sm soft">
        {of.status === 'found-short'
          ? `生成一条${of.foundMinutes}分钟的新记录，冲销旧结算行，按${of.foundMinutes}/${of.recordedMinutes}重新结算。旧记录留着。`
          : '冲销这次服务的结算，不再应付。旧记录留着。'}
      </p>
      <TextArea name="reason" label="更正原因" rows={3} />
    </Form>
  );
}

function Result({ of }: { of: Check }) {
  const today = useBusinessDate();
  if (!of.result) return null;
  return (
    <section aria-label="核查结果">
      <SectionHead title="核查结果" note={of.checkedAt && `${of.checkedBy}，${instantWords(of.checkedAt, today)}`} />
      <p>
        <b>{CHECK_RESULT_LABELS[of.result]}</b>
        {of.foundMinutes !== null && `，核实${of.foundMinutes}分钟，记录${of.recordedMinutes}分钟`}
      </p>
      <p className="soft">{of.evidence}</p>
    </section>
  );
}

function Records({ of }: { of: Check }) {
  const { record, corrected } = of;
  if (!record) return <EmptyState title="看不到这条服务记录">它可能不在您的辖区。</EmptyState>;
  const lines: [string, (r: NonNullable<Check['record']>) => string][] = [
    ['时长', r => `${r.minutes}分钟`],
    ['起止', r => `${clockWords(r.startedAt)}–${clockWords(r.endedAt)}`],
    ['护理员', r => r.caregiverName],
    ['做了什么', r => r.itemsDone.join('、')],
    ['签到离家', r => (r.startMetres === null ? '没有位置' : `${r.startMetres}米`)],
    ['谁记的', r => r.recordedBy],
    ['备注', r => r.note ?? '—'],
  ];
  return (
    <section aria-label="服务记录">
      <SectionHead title="服务记录" note={corrected ? '更正前后' : '旧记录不改，更正写成新记录'} />
      <Table
        caption="服务记录更正前后"
        columns={[
          { key: 'k', title: '项目' },
          { key: 'before', title: corrected ? '更正前' : '记录' },
          ...(corrected ? [{ key: 'after', title: '更正后' }] : []),
        ]}
      >
        {lines.map(([name, of1]) => (
          <tr key={name}>
            <td className="mute">{name}</td>
            <td>{of1(record)}</td>
            {corrected && (
              <td className={of1(corrected) === of1(record) ? 'mute' : 'changed'}>
                {of1(corrected) === of1(record) ? '没有变' : of1(corrected)}
              </td>
            )}
          </tr>
        ))}
      </Table>
    </section>
  );
}
