import { ABILITY_LABELS } from '#contracts/elders.ts';
import { listStatementPeople, type StatementPerson, type SubsidyStatement } from '#contracts/subsidies.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf } from '../../api.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';

const columnsOf = (statement: SubsidyStatement): readonly Column<StatementPerson>[] => [
  { key: 'elder', title: '老人', cell: row => row.elderName },
  { key: 'days', title: '天数', number: true, cell: row => countWords(row.days) },
  ...(statement.scheme === 'institutionOperating'
    ? [
        {
          key: 'level',
          title: '能力',
          cell: (row: StatementPerson) =>
            row.withheld
              ? '不显示'
              : row.abilityLevel === null
                ? '没有有效评估'
                : (ABILITY_LABELS[row.abilityLevel] ?? ''),
        },
      ]
    : []),
  {
    key: 'counted',
    title: '计入',
    width: '40%',
    cell: row => (
      <>
        <Chip tone={row.counted ? 'pine' : 'plain'}>{row.counted ? '计入' : '没有计入'}</Chip>
        <span className="row-note">{row.because}</span>
      </>
    ),
  },
  { key: 'fen', title: '金额（元）', number: true, cell: row => fenToYuanText(row.amountFen) },
  ...(statement.round > 1
    ? [
        {
          key: 'change',
          title: '比上次',
          number: true,
          cell: (row: StatementPerson) => changeWords(row.amountFen - (row.formerFen ?? 0)),
        },
      ]
    : []),
];

const changeWords = (fen: number): string =>
  fen === 0 ? '没变' : `${fen > 0 ? '多' : '少'}${fenToYuanText(Math.abs(fen))}`;

/** The people behind the figure: counted or not, and why. */
export function StatementPeople({ statement }: { statement: SubsidyStatement }) {
  const query = { statementId: statement.id };
  const answer = usePagesOf(listStatementPeople, { query });
  return (
    <section>
      <SectionHead title="哪些人" />
      <DataList
        name="subsidy-people"
        unit="人"
        columns={columnsOf(statement)}
        answer={answer}
        rowKey={row => row.elderId}
        empty={
          <EmptyState icon="document" title="没有人">
            这一处当月没有记录。
          </EmptyState>
        }
      />
    </section>
  );
}
