import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { listAreas } from '#contracts/areas.ts';
import { registerFacility } from '#contracts/facilities.ts';
import { OWNERSHIPS } from '#contracts/facility-nouns.ts';
import { areaAt, areaLevel } from '#shared/area-codes.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
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
  const own = useSession().currentPost.areaCode;
  const [street, setStreet] = useState(areaLevel(own) === 'street' ? own : '');
  const [district, setDistrict] = useState(areaLevel(own) === 'city' ? '' : areaAt(own, 'district'));
  const districts = useQueryOf(listAreas, { query: {} }, { enabled: areaLevel(own) === 'city' });
  const streets = useQueryOf(listAreas, { query: { parent: district } }, { enabled: district !== '' });
  const communities = useQueryOf(listAreas, { query: { parent: street } }, { enabled: street !== '' });
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
        {areaLevel(own) === 'city' && (
          <Pick label="区" rows={districts.data?.rows} value={district} set={setDistrict} />
        )}
        {areaLevel(own) !== 'street' && (
          <Pick label="街道（乡镇）" rows={streets.data?.rows} value={street} set={setStreet} />
        )}
        <Select
          name="areaCode"
          label="社区（村）"
          options={(communities.data?.rows ?? []).map(a => ({ value: a.code, label: a.name }))}
          hint={street ? '设施所在的社区（村）' : '先选街道（乡镇）'}
        />
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

type PickProps = {
  label: string;
  rows: readonly { code: string; name: string }[] | undefined;
  value: string;
  set: (code: string) => void;
};
function Pick({ label, rows, value, set }: PickProps) {
  const id = useId();
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      <select className="in" id={id} value={value} onChange={event => set(event.target.value)}>
        <option value="">请选择</option>
        {(rows ?? []).map(a => (
          <option key={a.code} value={a.code}>
            {a.name}
          </option>
        ))}
      </select>
    </div>
  );
}
