import {
  DIRECTORIES,
  DIRECTORY_LABELS,
  Directory,
  type DirectoryChange,
  listDirectoryChanges,
} from '#contracts/directory-changes.ts';
import { usePagesOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'directory',
    label: '哪本名录',
    kind: 'select',
    options: DIRECTORIES.map(value => ({ value, label: DIRECTORY_LABELS[value] })),
  },
];

const columns = (today: string): readonly Column<DirectoryChange>[] => [
  {
    key: 'name',
    title: '谁',
    width: '32%',
    cell: row => (
      <>
        {row.subjectName}
        <span className="row-note">
          {DIRECTORY_LABELS[row.directory]}，{row.areaName}
        </span>
      </>
    ),
  },
  { key: 'what', title: '变了什么', cell: row => row.what },
  {
    key: 'source',
    title: '来源',
    cell: row => (
      <>
        {row.source}
        <span className="row-note">
          {row.by}，{instantWords(row.at, today)}
        </span>
      </>
    ),
  },
];

/** What changed in the directories, newest first, with whose word it is. */
export default function ChangesPage() {
  const today = useBusinessDate();
  const { values } = useFilters();
  const directory = Directory.safeParse(values.directory).data;
  const answer = usePagesOf(listDirectoryChanges, { query: { ...(directory && { directory }) } });
  return (
    <>
      <PageHeader title="名录变动" facts={['市、区、街道改的，各级当时就看得到', '服务商全市一本，设施看本辖区的']} />
      <FilterBar name="directory-changes" specs={SPECS} />
      <DataList
        name="directory-changes"
        unit="次"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="变动">
            <EmptyState icon="document" title="还没有变动">
              服务商准入、暂停、退出，设施登记、停业、公布价格，都列在这里，写明是哪一级办的。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
