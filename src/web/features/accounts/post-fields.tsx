import { useId, useState } from 'react';
import { POST_ROLES } from '#contracts/account-administration.ts';
import { listOrganisations, ROLE_ORGANISATIONS } from '#contracts/organisations.ts';
import { ROLE_LABELS, type Role } from '#contracts/roles.ts';
import { useQueryOf } from '../../api.ts';
import { AreaField } from '../../area-field.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { DateInput, Select, TextInput } from '../../ui/fields.tsx';
import { useField } from '../../ui/form-state.ts';

const FEW = 8;
const ROLE_OPTIONS = POST_ROLES.map(value => ({ value, label: ROLE_LABELS[value] }));
type Values = Record<string, unknown>;

/** What the server expects: fields left empty are null. */
export const postBody = (values: Values): Values => ({
  areaCode: null,
  organisationId: null,
  toOn: null,
  ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === '' ? null : (value ?? null)])),
});

/** Role, what it is called, where or for which organisation, from when. */
export function PostFields() {
  const role = useField('role', '角色').value as Role | undefined;
  const kind = role ? ROLE_ORGANISATIONS[role] : null;
  return (
    <>
      <Select name="role" label="角色" options={ROLE_OPTIONS} />
      <TextInput name="title" label="岗位名称" hint="例如 清源街道养老专干" />
      {kind ? <PickOrganisation kind={kind} /> : <AreaField name="areaCode" label="在哪里任职" />}
      <DateInput name="fromOn" label="从哪天起" />
      <DateInput name="toOn" label="到哪天止" optional />
    </>
  );
}

function PickOrganisation({ kind }: { kind: NonNullable<(typeof ROLE_ORGANISATIONS)[Role]> }) {
  const [text, setText] = useState('');
  const [q, setQ] = useState('');
  const id = useId();
  const found = useQueryOf(listOrganisations, { query: { kind, q, limit: FEW } });
  const options = (found.data?.rows ?? [])
    .filter(row => row.closedOn === null)
    .map(row => ({ value: row.id, label: row.name, hint: row.areaName }));
  return (
    <>
      <div className="fld">
        <label htmlFor={id}>找单位</label>
        <div className="row-flex">
          <input
            className="in"
            id={id}
            type="search"
            autoComplete="off"
            placeholder="单位名称里的字"
            value={text}
            onChange={event => setText(event.target.value)}
            onKeyDown={event => {
              if (event.key !== 'Enter') return;
              // Enter finds here and must not send the form around it
              event.preventDefault();
              setQ(text.trim());
            }}
          />
          <Button size="sm" busy={found.isFetching} onClick={() => setQ(text.trim())}>
            查找
          </Button>
        </div>
      </div>
      <RadioGroup
        name="organisationId"
        label="所在单位"
        options={options}
        hint={options.length === 0 ? '没有找到；先在“单位”里登记' : '没有列出的，请写名称里的字再查'}
      />
    </>
  );
}
