import { PAUSE_REASON_LABELS, PAUSE_REASONS, type PauseReason } from '#contracts/home-care-bed-lifecycle.ts';
import type { Bed, BedStep } from '#contracts/home-care-beds.ts';
import { stepBed } from '#contracts/home-care-beds.ts';
import { listProviders } from '#contracts/providers.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { RadioGroup } from '../../ui/choices.tsx';
import { DateInput, Select, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { SectionHead } from '../../ui/page-header.tsx';

export type BedStepAction = BedStep['action'];
type Values = Record<string, string>;

const HINTS: Partial<Record<BedStepAction, string>> = {
  check: '系统按能力评估、住处、在册情况逐条核验，结果写进记录',
  accept: '验收后计入建成数，并按示范文本生成合同，等两方签署',
  rework: '退回建设，不计入建成数',
  suspend: '从这天起没开始的服务单取消，暂停期间不结算',
  end: '终止后不能恢复，需要时重新申请',
};

const PAUSES = PAUSE_REASONS.map(value => ({ value, label: PAUSE_REASON_LABELS[value] }));

/** Turns what the form holds into the step's body. */
function bodyOf(action: BedStepAction, v: Values): BedStep {
  const evidence: string[] = [];
  const text = (name: string) => v[name] ?? '';
  switch (action) {
    case 'check':
      return { action };
    case 'assess':
      return { action, findings: text('findings'), providerId: text('providerId'), evidence };
    case 'design': {
      const devices = text('devices')
        .split(/[、，,\n]/)
        .map(d => d.trim())
        .filter(Boolean);
      return { action, carePackage: text('carePackage'), devices, evidence };
    }
    case 'build':
    case 'accept':
      return { action, note: text('note'), evidence };
    case 'start':
    case 'resume':
      return { action, on: text('on') };
    case 'suspend':
      return { action, on: text('on'), pause: text('pause') as PauseReason };
    default:
      return { action, reason: text('reason') };
  }
}

type StepFormProps = { bed: Bed; action: BedStepAction; label: string; look?: 'go' | 'ok'; done?: () => void };

/** The one form of every step: the fields that this step needs, and what it will do. */
export function StepForm({ bed, action, label, look = 'go', done }: StepFormProps) {
  const today = useBusinessDate();
  const write = useWrite(stepBed);
  return (
    <section>
      <SectionHead title={label} note={HINTS[action]} />
      <Form
        key={`${action} ${today}`}
        initial={{ on: today }}
        label={label}
        look={look}
        draft={`beds.${bed.id}.${action}`}
        submit={(values: Values) => write.mutateAsync({ params: { id: bed.id }, body: bodyOf(action, values) })}
        {...(done && { done })}
      >
        <Fields action={action} />
      </Form>
    </section>
  );
}

function Fields({ action }: { action: BedStepAction }) {
  switch (action) {
    case 'check':
      return null;
    case 'assess':
      return (
        <>
          <TextArea name="findings" label="评估结论" rows={3} hint="需要哪些照料、家里要改什么" />
          <FirmSelect />
        </>
      );
    case 'design':
      return (
        <>
          <TextArea name="carePackage" label="服务方案" rows={3} hint="每周几次、做什么、谁来" />
          <TextArea name="devices" label="设备" rows={2} hint="用顿号隔开，比如：助浴椅、扶手、智能水表" />
        </>
      );
    case 'build':
      return <TextArea name="note" label="完工说明" rows={3} />;
    case 'accept':
      return <TextArea name="note" label="验收结论" rows={3} />;
    case 'start':
      return <DateInput name="on" label="开始日期" />;
    case 'resume':
      return <DateInput name="on" label="恢复日期" />;
    case 'suspend':
      return (
        <>
          <RadioGroup name="pause" label="暂停原因" options={PAUSES} />
          <DateInput name="on" label="从哪天起" />
        </>
      );
    default:
      return <TextArea name="reason" label="理由" rows={3} />;
  }
}

function FirmSelect() {
  const firms = useQueryOf(listProviders, { query: { status: 'operating', limit: 200 } });
  const rows = firms.data?.rows ?? [];
  return (
    <Select
      name="providerId"
      label="服务商"
      options={rows.map(firm => ({
        value: firm.id,
        label: firm.rating === null ? firm.name : `${firm.name}，评价 ${firm.rating} 分`,
      }))}
    />
  );
}
