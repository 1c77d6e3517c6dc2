import { useState } from 'react';
import {
  changeOrganisation,
  listOrganisations,
  ORGANISATION_KIND_LABELS,
  ORGANISATION_KINDS,
  type Organisation,
  registerOrganisation,
} from '#contracts/organisations.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { AreaField } from '../../area-field.tsx';
import { useSession } from '../../session.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { DateInput, Select, TextInput } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const KIND_OPTIONS = ORGANISATION_KINDS.map(value => ({ value, label: ORGANISATION_KIND_LABELS[value] }));
const SPECS: readonly FilterSpec[] = [
  { name: 'q', label: '名称', kind: 'search', placeholder: '单位名称里的字' },
  { name: 'kind', label: '类别', kind: 'select', options: KIND_OPTIONS },
];

/** 单位: for whom people work; posts are given to people in them. */
export default function OrganisationsPage() {
  const { values } = useFilters();
  const { areaName } = useSession().currentPost;
  const [making, setMaking] = useState(false);
  const [changing, setChanging] = useState<Organisation | null>(null);
  const organisations = usePagesOf(listOrganisations, { query: values });
  const columns: readonly Column<Organisation>[] = [
    { key: 'name', title: '单位', width: '36%', cell: row => row.name },
    { key: 'kind', title: '类别', cell: row => ORGANISATION_KIND_LABELS[row.kind] },
    { key: 'area', title: '在哪里', cell: row => row.areaName },
    { key: 'posts', title: '在任岗位', number: true, cell: row => row.posts },
    { key: 'closed', title: '注销', cell: row => row.closedOn && dateWords(row.closedOn, '0') },
    {
      key: 'act',
      title: '办理',
      cell: row => <TextButton onClick={() => setChanging(row)}>改名、注销</TextButton>,
    },
  ];
  return (
    <>
      <PageHeader title="单位" facts={[areaName, '先登记单位，再给它的人开账号']}>
        <Button look="go" onClick={() => setMaking(true)}>
          登记单位
        </Button>
      </PageHeader>
      <FilterBar name="organisations" specs={SPECS} />
      <DataList
        name="organisations"
        unit="家"
        columns={columns}
        answer={organisations}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="单位">
            <EmptyState icon="home" title="还没有登记单位" />
          </NothingMatches>
        }
      />
      <Dialog title="登记单位" open={making} close={() => setMaking(false)}>
        <Register close={() => setMaking(false)} />
      </Dialog>
      <Dialog title={changing?.name ?? ''} open={changing !== null} close={() => setChanging(null)}>
        {changing && <Change organisation={changing} close={() => setChanging(null)} />}
      </Dialog>
    </>
  );
}

function Register({ close }: { close: () => void }) {
  const write = useWrite(registerOrganisation);
  const submit = (values: Record<string, unknown>) =>
    write.mutateAsync({ body: { ...values, creditCode: values.creditCode || null } as never });
  return (
    <Form initial={{}} label="登记" look="ok" submit={submit as (values: never) => Promise<unknown>} done={close}>
      <TextInput name="name" label="全称" />
      <Select name="kind" label="类别" options={KIND_OPTIONS} />
      <AreaField name="areaCode" label="在哪里" />
      <TextInput name="creditCode" label="统一社会信用代码" optional />
    </Form>
  );
}

function Change({ organisation, close }: { organisation: Organisation; close: () => void }) {
  const write = useWrite(changeOrganisation);
  const submit = ({ name, closedOn }: Record<string, string>) =>
    write.mutateAsync({ params: { id: organisation.id }, body: { name: name ?? '', closedOn: closedOn || null } });
  return (
    <Form
      initial={{ name: organisation.name, closedOn: organisation.closedOn ?? '' }}
      label="保存"
      look="ok"
      submit={submit as (values: never) => Promise<unknown>}
      done={close}
    >
      <TextInput name="name" label="全称" />
      <DateInput name="closedOn" label="注销日期" optional hint="注销后不能再给岗位，记录都还在" />
    </Form>
  );
}
