import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { addCorrectionFile, proposeCorrection } from '#contracts/elders/corrections.ts';
import { type ElderRecord, readElder } from '#contracts/elders/record.ts';
import type { Elder } from '#contracts/elders.ts';
import { call, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { TextLink } from '../../ui/button.tsx';
import { DateInput, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import type { FormValues } from '../../ui/form-state.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { changesOf, initialOf } from './changes-of.ts';
import { EvidenceFiles } from './evidence-files.tsx';
import { DisabilityFields, EconomicField, HukouField, Part } from './person-fields.tsx';
import './elders.css';

const GUARDED = ['name', 'hukouAreaCode', 'economicClass', 'diedOn'] as const satisfies readonly (keyof Elder)[];

/** What identity or money hangs on: proposed here with its evidence, checked by another person. */
export default function CorrectPage() {
  const { id = '' } = useParams();
  const record = useQueryOf(readElder, { params: { id } });
  return (
    <Loaded whole of={record}>
      {data => <CorrectForm key={data.elder.elderId} data={data} />}
    </Loaded>
  );
}

type Sent = { changes: FormValues; reason: string; evidence: string; asOf?: string };

function CorrectForm({ data }: { data: ElderRecord }) {
  const { elder } = data;
  const navigate = useNavigate();
  const propose = useWrite(proposeCorrection);
  const initial = useRef(initialOf(data, GUARDED));
  const made = useRef('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const to = fill('/desk/elders/:id', { id: elder.elderId });

  const submit = async ({ changes: now, ...said }: Sent) => {
    const changes = changesOf(initial.current, now, { elder, clear: GUARDED });
    const body = { version: elder.version, changes, ...said } as never;
    const { id } = await propose.mutateAsync({ params: { id: elder.elderId }, body });
    made.current = id;
    for (const file of files) await call(addCorrectionFile, { params: { id }, file } as never);
  };

  return (
    <>
      <PageHeader
        title={`更正${elder.name}的档案`}
        trail={[
          { title: '找人', to: '/desk/elders' },
          { title: elder.name, to },
        ]}
        facts={['只改填错了的，其余留着不动', '由街道另一位同事核对后才写进档案']}
      />
      <Form
        initial={{ changes: initial.current, reason: '', evidence: '' }}
        label="提出更正"
        submit={submit as never}
        done={() => void navigate(fill('/desk/corrections/:id', { id: made.current }))}
        acts={
          <TextLink small to={to}>
            不更正了
          </TextLink>
        }
      >
        <Part title="改成什么">
          <TextInput name="changes.name" label="姓名" />
          <TextInput
            name="changes.identityNumber"
            label="身份证号"
            optional
            hint={`现在是 ${data.identityMasked}，不改就空着；出生日期和性别跟着号码走`}
          />
          <HukouField at="changes." />
          <EconomicField at="changes." />
          <DisabilityFields at="changes." />
          <DateInput name="changes.diedOn" label="去世日期" optional hint="还没登记去世的，请用档案上的“登记去世”" />
        </Part>
        <Part title="依据">
          <TextInput name="evidence" label="凭什么改" hint="如：居民户口簿第2页、残疾人证、社区走访记录" />
          <EvidenceFiles files={files} change={setFiles} />
          <DateInput name="asOf" label="依据是哪天的" optional hint="不填就算今天" />
          <TextArea name="reason" label="为什么更正" rows={3} hint="如：登记时把02看成了20" />
        </Part>
      </Form>
    </>
  );
}
