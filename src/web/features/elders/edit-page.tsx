import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { FACT_CONFIDENCE_LABELS, FACT_CONFIDENCES } from '#contracts/elders/facts.ts';
import { changeElder, type ElderRecord, readElder } from '#contracts/elders/record.ts';
import type { Elder } from '#contracts/elders.ts';
import { ApiError, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { TextLink } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import type { FormValues } from '../../ui/form-state.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { changesOf, initialOf } from './changes-of.ts';
import { Conflict, type Conflicted } from './conflict.tsx';
import { AddressFields, HealthFields, LivingFields, Part, ServiceFields } from './person-fields.tsx';
import './elders.css';

const FREE = [
  ...(['nation', 'maritalStatus', 'road', 'compound', 'living', 'leftBehind', 'familyPlanningSpecial'] as const),
  ...(['militaryFamily', 'dementia', 'diseases', 'wishForVisits', 'serviceMode'] as const),
] as const satisfies readonly (keyof Elder)[];
/** With these only before somebody has verified the person; afterwards they are corrections. */
const GUARDED = ['name', 'hukouAreaCode', 'economicClass'] as const satisfies readonly (keyof Elder)[];

export default function EditPage() {
  const { id = '' } = useParams();
  const record = useQueryOf(readElder, { params: { id } });
  return (
    <Loaded whole of={record}>
      {data => <EditForm key={data.elder.elderId} data={data} />}
    </Loaded>
  );
}

type Sent = { changes: FormValues; reason?: string; confidence?: string };

function EditForm({ data }: { data: ElderRecord }) {
  const { elder } = data;
  const free = elder.status === 'registered';
  const clear: readonly (keyof Elder)[] = free ? [...FREE, ...GUARDED] : FREE;
  const navigate = useNavigate();
  const change = useWrite(changeElder);
  const initial = useRef(initialOf(data, clear));
  const version = useRef(elder.version);
  const [conflict, setConflict] = useState<Conflicted | null>(null);
  const to = fill('/desk/elders/:id', { id: elder.elderId });
  const params = { id: elder.elderId };

  const send = async (body: Sent): Promise<void> => {
    if (Object.keys(body.changes).length === 0) return;
    const { changes, reason, confidence = 'stated' } = body;
    const sent = { version: version.current, changes, confidence, ...(reason ? { reason } : {}) };
    await change.mutateAsync({ params, body: sent as never });
  };
  const submit = async ({ changes: now, ...rest }: Sent) => {
    const body = { ...rest, changes: changesOf(initial.current, now, { elder, clear }) };
    try {
      await send(body);
    } catch (error) {
      if (!(error instanceof ApiError) || error.body.code !== 'elders.changed-meanwhile') throw error;
      setConflict({ elderId: elder.elderId, since: version.current, body });
      throw error;
    }
  };

  return (
    <>
      <PageHeader
        title={`修改${elder.name}的档案`}
        trail={[
          { title: '找人', to: '/desk/elders' },
          { title: elder.name, to },
        ]}
        facts={['改了哪几项就存哪几项', '别人同时改了同一项时，由您选留哪一个']}
      />
      {conflict && (
        <Conflict
          of={conflict}
          send={async (body, seen) => {
            version.current = seen;
            await send(body as Sent);
            void navigate(to);
          }}
        />
      )}
      {!free && (
        <Note title="姓名、证件、户籍、经济状况、残疾和去世日期要两个人改">
          这几项关系到身份或待遇，请
          <TextLink to={fill('/desk/elders/:id/correct', { id: elder.elderId })}>提出更正</TextLink>
          并写明依据，由街道另一位同事核对。
        </Note>
      )}
      <Form
        initial={{ changes: initial.current, confidence: 'stated' }}
        label="保存修改"
        look={conflict ? 'ok' : 'go'}
        submit={submit as never}
        done={() => void navigate(to)}
        acts={
          <TextLink small to={to}>
            不改了
          </TextLink>
        }
      >
        <Part title="身份">
          {free && <TextInput name="changes.name" label="姓名" />}
          {free && (
            <TextInput
              name="changes.identityNumber"
              label="身份证号"
              optional
              hint={`现在是 ${data.identityMasked}，不改就空着`}
            />
          )}
          <TextInput
            name="changes.phone"
            label="手机号"
            optional
            inputMode="tel"
            hint={data.phoneMasked ? `现在是 ${data.phoneMasked}，不改就空着` : '现在没有登记手机'}
          />
          <TextInput name="changes.nation" label="民族" optional />
        </Part>
        <Part title="住在哪里">
          <AddressFields
            at="changes."
            guarded={!free}
            doorHint={data.doorMasked ? `现在是 ${data.doorMasked}，不改就空着` : '现在没有登记门牌'}
          />
        </Part>
        <Part title="居住和家庭">
          <LivingFields at="changes." guarded={!free} />
        </Part>
        <Part title="身体">
          <HealthFields at="changes." guarded={!free} closed={elder.withheld} />
        </Part>
        <Part title="服务">
          <ServiceFields at="changes." />
        </Part>
        <Part title="从哪知道的">
          <RadioGroup
            name="confidence"
            label="把握"
            hint="档案上每一项都写着从哪来、把握多大"
            options={FACT_CONFIDENCES.map(value => ({ value, label: FACT_CONFIDENCE_LABELS[value] }))}
          />
          <TextInput name="reason" label="理由" optional hint="会写进这位老人的经过" />
        </Part>
      </Form>
    </>
  );
}
