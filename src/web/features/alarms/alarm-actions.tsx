import { useState } from 'react';
import {
  type AlarmRecord,
  acknowledgeAlarm,
  arriveAtAlarm,
  closeAlarm,
  dispatchAlarm,
  listFieldWorkers,
  recordAlarmCall,
} from '#contracts/alarms.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { NumberInput, Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { NextStep } from '../../ui/page-header.tsx';
import { ErrorState } from '../../ui/states.tsx';
import './alarms.css';

type Step = 'acknowledge' | 'call' | 'dispatch' | 'arrive' | 'close';

/** What the status waits for first; the other allowed steps stand beside it as plain buttons. */
function mainStep(alarm: AlarmRecord): Step | null {
  if (alarm.status === 'raised') return 'acknowledge';
  if (alarm.status === 'acknowledged') return 'call';
  if (alarm.status === 'called') return alarm.hops.some(hop => hop.label === '接通') ? 'close' : 'dispatch';
  if (alarm.status === 'dispatched') return 'arrive';
  return alarm.status === 'on-site' ? 'close' : null;
}

const TITLES: Record<Step, string> = {
  acknowledge: '受理这条告警',
  call: '打电话给本人，记下结果',
  dispatch: '派人上门',
  arrive: '等派去的人到场',
  close: '写明原因，关闭告警',
};

/** The next step as the server decided it; a step this post may not take is named with its reason. */
export function AlarmActions({ alarm }: { alarm: AlarmRecord }) {
  const [other, setOther] = useState<Step | null>(null);
  const main = mainStep(alarm);
  if (!main) return null;
  const step = other ?? main;
  const verdict = alarm.actions.find(action => action.action === step);
  const others = alarm.actions.filter(action => action.action !== step && action.allowed);
  return (
    <NextStep title={TITLES[step]} note={`${alarm.now}。`}>
      {verdict?.allowed ? (
        <StepForm step={step} alarm={alarm} done={() => setOther(null)} />
      ) : (
        <Button because={verdict?.disabledBecause ?? '这一步不由您办'}>{verdict?.label ?? TITLES[step]}</Button>
      )}
      {others.length > 0 && (
        <div className="alarm-others">
          也可以
          {others.map(action => (
            <Button key={action.action} size="sm" onClick={() => setOther(action.action as Step)}>
              {action.action === 'dispatch' && alarm.status === 'dispatched' ? '改派' : action.label}
            </Button>
          ))}
        </div>
      )}
    </NextStep>
  );
}

type StepProps = { alarm: AlarmRecord; done: () => void };

export function StepForm({ step, ...props }: StepProps & { step: Step }) {
  if (step === 'acknowledge') return <Acknowledge {...props} />;
  if (step === 'call') return <Call {...props} />;
  if (step === 'dispatch') return <Dispatch {...props} />;
  return step === 'arrive' ? <Arrive {...props} /> : <Close {...props} />;
}

function Acknowledge({ alarm, done }: StepProps) {
  const write = useWrite(acknowledgeAlarm);
  return (
    <>
      <Button
        look="go"
        busy={write.isPending}
        onClick={() => write.mutate({ params: { id: alarm.id } }, { onSuccess: done })}
      >
        受理
      </Button>
      {write.error && <ErrorState error={write.error} />}
    </>
  );
}

function Call({ alarm, done }: StepProps) {
  const write = useWrite(recordAlarmCall);
  const params = { id: alarm.id };
  return (
    <Form
      initial={{ callee: 'elder' }}
      checks={recordAlarmCall.body}
      label="记下"
      look="go"
      done={done}
      submit={(body: never) => write.mutateAsync({ params, body })}
    >
      <RadioGroup
        name="callee"
        label="打给谁"
        options={[
          { value: 'elder', label: '本人' },
          { value: 'family', label: '家属' },
        ]}
      />
      <RadioGroup
        name="outcome"
        label="结果"
        options={[
          { value: 'answered', label: '接通' },
          { value: 'no-answer', label: '无人接' },
        ]}
      />
      <TextInput name="note" label="说了什么" optional />
    </Form>
  );
}

function Dispatch({ alarm, done }: StepProps) {
  const write = useWrite(dispatchAlarm);
  const params = { id: alarm.id };
  const workers = useQueryOf(listFieldWorkers, { params });
  if (workers.error) return <ErrorState error={workers.error} retry={() => void workers.refetch()} />;
  const options = (workers.data?.rows ?? []).map(worker => ({
    value: worker.accountId,
    label: `${worker.name}（${worker.organisation ?? worker.title}）${worker.openTasks > 0 ? `，手上${worker.openTasks}件` : ''}`,
  }));
  return (
    <Form
      initial={{ withinMinutes: 15 }}
      checks={dispatchAlarm.body}
      label="派人"
      look="go"
      done={done}
      submit={(body: never) => write.mutateAsync({ params, body })}
    >
      <Select
        name="workerId"
        label="派谁去"
        options={options}
        hint={`本街道${options.length}位护理员、志愿者，活少的在前`}
      />
      <NumberInput name="withinMinutes" label="应在几分钟内到场" unit="分钟" />
      <TextInput name="note" label="嘱咐" optional />
    </Form>
  );
}

function Arrive({ alarm, done }: StepProps) {
  const write = useWrite(arriveAtAlarm);
  return (
    <>
      <Button
        look="go"
        size="lg"
        wide
        busy={write.isPending}
        onClick={() => write.mutate({ params: { id: alarm.id }, body: {} }, { onSuccess: done })}
      >
        我到了
      </Button>
      {write.error && <ErrorState error={write.error} kept="到场时间以再次提交成功为准" />}
    </>
  );
}

function Close({ alarm, done }: StepProps) {
  const write = useWrite(closeAlarm);
  const params = { id: alarm.id };
  return (
    <Form
      initial={{}}
      label="关闭告警"
      look="go"
      draft={`alarms.close.${alarm.id}`}
      done={done}
      submit={({ truth, cause }: { truth?: string; cause?: string }) =>
        write.mutateAsync({
          params,
          body: { isTrue: truth === undefined ? (undefined as never) : truth === 'true', cause: cause ?? '' },
        })
      }
    >
      <RadioGroup
        name="truth"
        label="是否属实"
        options={[
          { value: 'true', label: '属实，老人需要帮助' },
          { value: 'false', label: '误报，老人平安' },
        ]}
      />
      <TextInput name="cause" label="原因" hint="例如：摔倒后送医；在女儿家；夜里没有起身" />
    </Form>
  );
}
