import { useNavigate } from 'react-router';
import { registerFacility } from '#contracts/facilities.ts';
import { OWNERSHIPS } from '#contracts/facility-nouns.ts';
import { useWrite } from '../../api.ts';
import { AreaField } from '../../area-field.tsx';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { DateInput, NumberInput, Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { KIND_OPTIONS } from './place-words.ts';

type Values = Record<string, string | number | undefined>;

/** Registers a place; with an opening day it serves at once, without one it is planned. */
export default function NewFacilityPage() {
  const navigate = useNavigate();
  const write = useWrite(registerFacility);
  const today = useBusinessDate();
  const submit = async ({ latitude, longitude, beds, openedOn, ...rest }: Values) => {
    const text = Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, v === '' ? null : v]));
    const made = await write.mutateAsync({
      body: { ...text, longitude, latitude, beds: beds ?? 0, openedOn: openedOn ?? null } as never,
    });
    await navigate(fill('/desk/facilities/:id', { id: made.id }));
  };
  return (
    <>
      <PageHeader title="登记设施" trail={[{ title: '机构和设施', to: '/desk/facilities' }]} />
      <Form
        initial={{ name: '', kind: 'meal-point' }}
        draft="facilities.new"
        columns={2}
        label="登记"
        submit={submit as (values: never) => Promise<void>}
      >
        <Select name="kind" label="类型" options={KIND_OPTIONS} />
        <TextInput name="name" label="全称" />
        <AreaField name="areaCode" label="所在社区（村）" community />
        <NumberInput name="longitude" label="经度" hint="例如 116.3312（WGS-84）" />
        <NumberInput name="latitude" label="纬度" hint="例如 39.7405" />
        <Select name="ownership" label="性质" options={OWNERSHIPS.map(o => ({ value: o, label: o }))} optional />
        <TextInput name="operatorName" label="运营方" optional />
        <TextInput name="phone" label="电话" inputMode="tel" optional />
        <TextInput name="address" label="地址" optional />
        <NumberInput name="beds" label="床位" unit="张" optional />
        <DateInput name="openedOn" label="开业日期" max={today} optional hint="不填就是筹建中" />
      </Form>
    </>
  );
}
