import {
  LETTER_KIND_LABELS,
  LETTER_KINDS,
  type LetterKind,
  type LetterRow,
  listLetters,
  printLetters,
} from '#contracts/letters.ts';
import { useDownload, usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'kind',
    label: '文书',
    kind: 'select',
    options: LETTER_KINDS.map(value => ({ value, label: LETTER_KIND_LABELS[value] })),
  },
  { name: 'from', label: '出具日期从', kind: 'date' },
];

const columnsOn = (today: string): readonly Column<LetterRow>[] => [
  {
    key: 'elder',
    title: '老人',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  {
    key: 'kind',
    title: '文书',
    cell: row => (
      <>
        {LETTER_KIND_LABELS[row.kind]} {row.replaced && <Chip tone="plain">已有新版</Chip>}
        <span className="row-note">{row.about}</span>
      </>
    ),
  },
  {
    key: 'number',
    title: '编号',
    cell: row => (
      <>
        {row.number}
        <span className="row-note">{row.issuedBy}</span>
      </>
    ),
  },
  { key: 'issued', title: '出具', cell: row => dateWords(row.issuedOn, today) },
  { key: 'told', title: '怎样告知', cell: row => row.told },
];

/** Everything issued in the area, newest first. */
export default function LettersPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName } = useSession().currentPost;
  const kind = values.kind as LetterKind | undefined;
  const query = { ...(kind && { kind }), ...(values.from && { from: values.from }) };
  const answer = usePagesOf(listLetters, { query });
  const print = useDownload(printLetters, `文书-${today}.pdf`);
  return (
    <>
      <PageHeader title="文书" facts={[areaName, '随办理自动出具，发出后不再改']}>
        <Button icon="print" busy={print.isPending} onClick={() => print.mutate({ query })}>
          成批打印（PDF）
        </Button>
      </PageHeader>
      {print.error && <ErrorState error={print.error} />}
      <FilterBar name="letters" specs={SPECS} />
      <DataList
        name="letters"
        unit="份"
        columns={columnsOn(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/letters/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="文书">
            <EmptyState icon="document" title="还没有出具过文书">
              收到待遇申请、作出决定、公布评估结果、立追缴时自动出具。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
