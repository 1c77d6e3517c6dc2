import { useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { changeElder, type ElderRecord, readElder } from '#contracts/elders/record.ts';
import type { Elder } from '#contracts/elders.ts';
import { ApiError, call, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { TextLink } from '../../ui/button.tsx';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import type { FormValues } from '../../ui/form-state.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { AddressFields, disabilitiesOf, HealthFields, LivingFields, Part, ServiceFields } from './person-fields.tsx';
import './elders.css';

const CLEAR = [
  'name',
  'nation',
  'maritalStatus',
  'hukouAreaCode',
  'road',
  'compound',
  'living',
  'leftBehind',
  'economicClass',
  'familyPlanningSpecial',
  'militaryFamily',
  'dementia',
  'diseases',
  'wishForVisits',
  'serviceMode',
] as const satisfies readonly (keyof Elder)[];
const SEALED = ['identityNumber', 'phone', 'door', 'note'] as const;

export default function EditPage() {
  const { id = '' } = useParams();
  const record = useQueryOf(readElder, { params: { id } });
  return (
    <Loaded whole of={record}>
      {data => <EditForm key={data.elder.elderId} data={data} />}
    </Loaded>
  );
}

function initialOf({ elder }: ElderRecord): FormValues {
  const clear = Object.fromEntries(CLEAR.map(field => [field, elder[field] ?? '']));
  const disabilities = Object.fromEntries(
    elder.disabilities.map((d, i) => [i, { kind: d.kind, grade: String(d.grade) }]),
  );
  const hukouAreaCode = elder.hukouAreaCode === elder.areaCode ? '' : elder.hukouAreaCode;
  return { ...clear, hukouAreaCode, disabilities };
}

/** Only what differs from what was read is sent, so that two people's edits of different fields meet. */
function changesOf(before: FormValues, now: FormValues, elder: Elder): FormValues {
  const changes: FormValues = {};
  for (const field of CLEAR) {
    if (JSON.stringify(before[field]) === JSON.stringify(now[field])) continue;
    changes[field] = now[field] === '' || now[field] === undefined ? null : now[field];
  }
  if ('hukouAreaCode' in changes) changes.hukouAreaCode ??= elder.areaCode;
  if (JSON.stringify(before.disabilities) !== JSON.stringify(now.disabilities)) {
    changes.disabilities = disabilitiesOf(now.disabilities);
  }
  for (const field of SEALED) if (now[field]) changes[field] = now[field];
  return changes;
}

function EditForm({ data }: { data: ElderRecord }) {
  const { elder } = data;
  const navigate = useNavigate();
  const change = useWrite(changeElder);
  const initial = useRef(initialOf(data));
  const version = useRef(elder.version);
  const to = fill('/desk/elders/:id', { id: elder.elderId });
  const params = { id: elder.elderId };

  const submit = async ({ changes: now, reason }: { changes: FormValues; reason?: string }) => {
    const changes = changesOf(initial.current, now, elder);
    if (Object.keys(changes).length === 0) return;
    const body = { version: version.current, changes, ...(reason ? { reason } : {}) };
    try {
      await change.mutateAsync({ params, body: body as never });
    } catch (error) {
      // Whoever has read what the other one changed may decide to send theirs all the same.
      if (error instanceof ApiError && error.body.code === 'elders.changed-meanwhile') {
        version.current = (await call(readElder, { params })).elder.version;
      }
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
        facts={['改了哪几项就存哪几项', '别人同时改了同一项时会先告诉您']}
      />
      <Form
        initial={{ changes: initial.current }}
        label="保存修改"
        submit={submit as never}
        done={() => void navigate(to)}
        acts={
          <TextLink small to={to}>
            不改了
          </TextLink>
        }
      >
        <Part title="身份">
          <TextInput name="changes.name" label="姓名" />
          <TextInput
            name="changes.identityNumber"
            label="身份证号"
            optional
            hint={`现在是 ${data.identityMasked}，不改就空着`}
          />
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
            doorHint={data.doorMasked ? `现在是 ${data.doorMasked}，不改就空着` : '现在没有登记门牌'}
          />
        </Part>
        <Part title="居住和家庭">
          <LivingFields at="changes." />
        </Part>
        <Part title="身体">
          <HealthFields at="changes." />
        </Part>
        <Part title="服务">
          <ServiceFields at="changes." />
        </Part>
        <Part title="为什么改">
          <TextInput name="reason" label="理由" optional hint="会写进这位老人的经过" />
        </Part>
      </Form>
    </>
  );
}
