import type { AdaptationAction } from '#contracts/home-adaptation-lifecycle.ts';
import {
  type Adaptation,
  type AdaptationStep,
  listAdaptationAssessors,
  listAdaptationPhotos,
  stepAdaptation,
} from '#contracts/home-adaptations.ts';
import { listProviders } from '#contracts/providers.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { TakePhoto } from './take-photo.tsx';

type Values = { note?: string; assessorId?: string; providerId?: string; voucher?: string };
type Props = { data: Adaptation; action: AdaptationAction; label: string; look?: 'go' | 'ok'; large?: boolean };

const STAGES: Partial<Record<AdaptationAction, string>> = { build: '完工', accept: '验收' };

/** The one form of the steps that are a few fields; assessment and plan have their own. */
export function StepForm({ data, action, label, look = 'go', large = false }: Props) {
  const write = useWrite(stepAdaptation);
  const stage = STAGES[action];
  const photos = useQueryOf(listAdaptationPhotos, { params: { id: data.id } });
  const own = (photos.data?.rows ?? []).filter(photo => photo.stage === stage).map(photo => photo.id);
  return (
    <Form
      initial={{ note: '' }}
      label={label}
      look={look}
      large={large}
      draft={`adaptations.${data.id}.${action}`}
      submit={(values: Values) =>
        write.mutateAsync({
          params: { id: data.id },
          body: { action, ...values, ...(stage && { photos: own }) } as AdaptationStep,
        })
      }
    >
      <Fields data={data} action={action} />
      {stage && <TakePhoto id={data.id} count={own.length} withheld={photos.data?.withheld ?? null} />}
    </Form>
  );
}

const NOTES: Partial<Record<AdaptationAction, { label: string; hint: string }>> = {
  check: { label: '属于本区补贴范围的哪一类', hint: '补贴范围由各区定；写明依据，如：低收入家庭' },
  reject: { label: '为什么不在补贴范围', hint: '会原样告诉家里' },
  change: { label: '哪里要改', hint: '评估员会看到，改了再请您同意' },
  build: { label: '完工说明', hint: '装了什么、怎样用，交代给了谁' },
  accept: { label: '验收结论', hint: '逐项对着方案看' },
  rework: { label: '哪里不合格', hint: '服务商会看到' },
  end: { label: '终止的原因', hint: '如：家里不改了' },
};

function Fields({ data, action }: Pick<Props, 'data' | 'action'>) {
  if (action === 'assign') return <Assessors id={data.id} />;
  if (action === 'agree') return <Firms />;
  if (action === 'settle')
    return <TextInput name="voucher" label="付款凭证号" hint="付给服务商的凭证；按验收那天的标准算补贴，记入账" />;
  const note = NOTES[action];
  return note ? <TextArea name="note" label={note.label} rows={2} hint={note.hint} /> : null;
}

function Assessors({ id }: { id: string }) {
  const rows = useQueryOf(listAdaptationAssessors, { params: { id } }).data?.rows ?? [];
  return (
    <Select
      name="assessorId"
      label="评估员"
      hint="评估和施工分开，评估的机构不能同时施工"
      options={rows.map(one => ({
        value: one.accountId,
        label: [one.name, one.organisation].filter(Boolean).join('，'),
      }))}
    />
  );
}

function Firms() {
  const rows = useQueryOf(listProviders, { query: { status: 'operating', limit: 200 } }).data?.rows ?? [];
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
