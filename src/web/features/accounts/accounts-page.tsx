import {
  ACCOUNT_STATE_LABELS,
  ACCOUNT_STATES,
  type Account,
  type AccountState,
  listAccounts,
} from '#contracts/account-administration.ts';
import { ROLE_LABELS, ROLES } from '#contracts/roles.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';

const SPECS: readonly FilterSpec[] = [
  { name: 'q', label: '查找', kind: 'search', placeholder: '账号、姓名、单位或岗位名称' },
  {
    name: 'role',
    label: '角色',
    kind: 'select',
    options: ROLES.map(value => ({ value, label: ROLE_LABELS[value] })),
  },
  {
    name: 'state',
    label: '状态',
    kind: 'select',
    options: ACCOUNT_STATES.map(value => ({ value, label: ACCOUNT_STATE_LABELS[value] })),
  },
];
const TONES = { active: 'pine', 'no-password': 'today', 'no-post': 'plain', suspended: 'over' } as const;
export const stateTone = (state: AccountState) => TONES[state];

const COLUMNS: readonly Column<Account>[] = [
  {
    key: 'name',
    title: '姓名',
    cell: row => (
      <>
        {row.name}
        <span className="row-note">{row.login}</span>
      </>
    ),
  },
  {
    key: 'posts',
    title: '在任岗位',
    width: '50%',
    cell: row =>
      row.posts
        .filter(post => post.inForce)
        .map(post => (
          <div key={post.id}>
            {ROLE_LABELS[post.role]}
            <span className="row-note">{post.organisationName ?? post.areaName}</span>
          </div>
        )),
  },
  {
    key: 'state',
    title: '状态',
    cell: row => <Chip tone={stateTone(row.state)}>{ACCOUNT_STATE_LABELS[row.state]}</Chip>,
  },
];

/** 账号和岗位: who may log in, as what, where; by the administrator of the area. */
export default function AccountsPage() {
  const { values } = useFilters();
  const { areaName } = useSession().currentPost;
  const accounts = usePagesOf(listAccounts, { query: values });
  return (
    <>
      <PageHeader
        title="账号和岗位"
        facts={[areaName, '一个人一个账号，可以有几个岗位', '老人和家属的账号由社区在档案里开']}
      >
        <LinkButton look="go" to="/desk/system/accounts/new">
          开账号
        </LinkButton>
      </PageHeader>
      <FilterBar name="accounts" specs={SPECS} />
      <DataList
        name="accounts"
        unit="个账号"
        columns={COLUMNS}
        answer={accounts}
        rowKey={row => row.id}
        to={row => fill('/desk/system/accounts/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="账号">
            <EmptyState icon="person" title="还没有账号" />
          </NothingMatches>
        }
      />
    </>
  );
}
