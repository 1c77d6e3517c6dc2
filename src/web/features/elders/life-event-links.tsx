import { useState } from 'react';
import {
  ABSENCES,
  LIFE_EVENT_LABELS,
  moveElder,
  moveElderOut,
  recordAbsence,
  recordReturn,
} from '#contracts/elders/life-events.ts';
import { type ElderRecord, recordDeath } from '#contracts/elders/record.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { RadioGroup, Tick } from '../../ui/choices.tsx';
import { DateInput, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { AreaPicker } from './area-picker.tsx';

type Kind = 'move' | 'move-out' | 'absence' | 'return' | 'death';
const TITLES = {
  move: (name: string) => `登记${name}迁居`,
  'move-out': (name: string) => `登记${name}迁出本市`,
  absence: (name: string) => `登记${name}离家`,
  return: (name: string) => `登记${name}回家`,
  death: (name: string) => `登记${name}去世`,
} as const satisfies Record<Kind, (name: string) => string>;
const LINKS = {
  move: '迁居',
  'move-out': '迁出本市',
  absence: '离家（住院、入住机构、旅居）',
  return: '登记回家',
  death: '登记去世',
} as const satisfies Record<Kind, string>;

/** What may have happened to the person, beside 修改档案: rare, so never the next step. */
export function LifeEventLinks({ record }: { record: ElderRecord }) {
  const [open, setOpen] = useState<Kind | null>(null);
  const { elderId, name, status, away } = record.elder;
  const gone = status === 'moved-out';
  const kinds: readonly Kind[] = gone ? ['death'] : [away ? 'return' : 'absence', 'move', 'move-out', 'death'];
  const close = () => setOpen(null);
  return (
    <>
      {kinds.map(kind => (
        <button key={kind} type="button" className="link sm" onClick={() => setOpen(kind)}>
          {LINKS[kind]}
        </button>
      ))}
      <Dialog title={open ? TITLES[open](name) : ''} open={open !== null} close={close}>
        {open === 'move' && <MoveForm id={elderId} close={close} />}
        {open === 'move-out' && <MoveOutForm id={elderId} close={close} />}
        {open === 'absence' && <AbsenceForm id={elderId} close={close} />}
        {open === 'return' && <ReturnForm id={elderId} close={close} />}
        {open === 'death' && <DeathForm id={elderId} close={close} />}
      </Dialog>
    </>
  );
}

type FormProps = { id: string; close: () => void };

function MoveForm({ id, close }: FormProps) {
  const today = useBusinessDate();
  const write = useWrite(moveElder);
  return (
    <Form
      initial={{ toAreaCode: '', road: '', compound: '', door: '', movedOn: today, hukouMoves: false, note: '' }}
      checks={moveElder.body}
      label="登记迁居"
      look="ok"
      submit={(body: never) => write.mutateAsync({ params: { id }, body })}
      done={close}
    >
      <p className="sm soft">
        迁到您的辖区以外，要等迁入的街道接收才生效；在那之前仍由原社区负责。档案、评估、待遇、服务单、床位、设备都随人走。
      </p>
      <AreaPicker name="toAreaCode" wholeCity />
      <TextInput name="road" label="道路" optional />
      <TextInput name="compound" label="小区" optional />
      <TextInput name="door" label="门牌" optional hint="加密保存，写明用途才能查看" />
      <DateInput name="movedOn" label="迁居日期" max={today} />
      <Tick name="hukouMoves" label="户籍也迁到新住址" />
      <TextArea name="note" label="说明" optional rows={2} hint="如：搬去和女儿同住" />
    </Form>
  );
}

function MoveOutForm({ id, close }: FormProps) {
  const today = useBusinessDate();
  const write = useWrite(moveElderOut);
  return (
    <Form
      initial={{ place: '', movedOn: today, hukouMoves: false, note: '' }}
      checks={moveElderOut.body}
      label="登记迁出本市"
      look="ok"
      submit={(body: never) => write.mutateAsync({ params: { id }, body })}
      done={close}
    >
      <p className="sm soft">登记后，探访、服务单、床位随即停办。登记错了，由另一位同事核准后恢复。</p>
      <TextInput name="place" label="迁到哪里" hint="如：河北省保定市" />
      <DateInput name="movedOn" label="迁出日期" max={today} />
      <Tick name="hukouMoves" label="户籍也已迁出" />
      <TextArea name="note" label="说明" optional rows={2} />
    </Form>
  );
}

const PLACES = ABSENCES.map(value => ({ value, label: LIFE_EVENT_LABELS[value] }));

function AbsenceForm({ id, close }: FormProps) {
  const today = useBusinessDate();
  const write = useWrite(recordAbsence);
  return (
    <Form
      initial={{ kind: '', fromOn: today, untilOn: '', place: '', note: '' }}
      checks={recordAbsence.body}
      label="登记离家"
      look="ok"
      submit={(body: never) => write.mutateAsync({ params: { id }, body })}
      done={close}
    >
      <p className="sm soft">离家期间：探访和床位暂停，没开始的服务单取消，值守静默。登记回家后恢复。</p>
      <RadioGroup name="kind" label="去了哪里" options={PLACES} />
      <TextInput name="place" label="医院、机构或地方" optional />
      <DateInput name="fromOn" label="离家日期" max={today} />
      <DateInput name="untilOn" label="预计回来" optional min={today} />
      <TextArea name="note" label="说明" optional rows={2} />
    </Form>
  );
}

function ReturnForm({ id, close }: FormProps) {
  const today = useBusinessDate();
  const write = useWrite(recordReturn);
  return (
    <Form
      initial={{ returnedOn: today, note: '' }}
      checks={recordReturn.body}
      label="登记回家"
      look="ok"
      submit={(body: never) => write.mutateAsync({ params: { id }, body })}
      done={close}
    >
      <p className="sm soft">探访、值守和床位从这天恢复；取消的服务单需要重新下。</p>
      <DateInput name="returnedOn" label="回家日期" max={today} />
      <TextArea name="note" label="说明" optional rows={2} />
    </Form>
  );
}

function DeathForm({ id, close }: FormProps) {
  const today = useBusinessDate();
  const write = useWrite(recordDeath);
  return (
    <Form
      initial={{ diedOn: today, note: '' }}
      checks={recordDeath.body}
      label="登记去世"
      look="ok"
      submit={(values: { diedOn: string; note: string }) => write.mutateAsync({ params: { id }, body: values })}
      done={close}
    >
      <p className="sm soft">
        登记后，待遇发到去世当月为止，探访、服务单、床位和没处置完的告警随即停办；去世后多发的钱由街道核对追回。
      </p>
      <DateInput name="diedOn" label="去世日期" max={today} />
      <TextArea name="note" label="依据" optional rows={2} hint="如：家属告知，已见死亡证明" />
    </Form>
  );
}
