import type { OutputOf } from '#contracts/endpoint.ts';
import { listMealBlanks } from '#contracts/facilities.ts';
import { usePagesOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';

type Blank = OutputOf<typeof listMealBlanks>['rows'][number];
const COLUMNS: readonly Column<Blank>[] = [
  { key: 'name', title: '社区（村）', cell: r => r.name },
  { key: 'street', title: '街道（乡镇）', cell: r => r.streetName },
  { key: 'oldest', title: '80岁以上', number: true, cell: r => (r.oldest === null ? '—' : countWords(r.oldest)) },
];

/** Communities that no operating meal point serves: where the next one is wanted (J03). */
export default function BlanksPage() {
  const answer = usePagesOf(listMealBlanks, { query: {} });
  const today = useBusinessDate();
  return (
    <>
      <PageHeader
        title="助餐空白社区"
        facts={['没有一个运营中的助餐点登记服务', `截至${today && dateWords(today)}`, '新登记或改服务社区后立刻重算']}
      />
      <DataList
        name="meal-blanks"
        unit="个社区（村）"
        columns={COLUMNS}
        answer={answer}
        rowKey={r => r.code}
        empty={<EmptyState icon="meal" title="本辖区每个社区（村）都有助餐点服务" />}
      />
    </>
  );
}
