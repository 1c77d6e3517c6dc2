import { useSearchParams } from 'react-router';
import { type FormBrief, listForms } from '#contracts/assessments/fillings.ts';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { documentWords, versionWords } from './assessment-words.ts';

const USE_WORDS = { process: '定等级', record: '随访记录', history: '只看旧结果' } as const;

const COLUMNS: readonly Column<FormBrief>[] = [
  {
    key: 'title',
    title: '量表',
    cell: row => (
      <>
        {row.titleZh}
        <span className="row-note">
          {[documentWords(row.document), versionWords(row.version)].filter(Boolean).join('，')}
        </span>
      </>
    ),
  },
  { key: 'use', title: '用处', cell: row => USE_WORDS[row.use] },
  {
    key: 'size',
    title: '内容',
    cell: row => (row.items > 0 ? `${row.items}项，满分${row.totalMax}` : `${row.questions}问，不打分`),
  },
  {
    key: 'confidence',
    title: '可信度',
    cell: row => {
      const doubts = [row.confidence, row.gradingConfidence].filter(each => each !== null && !isSure(each));
      const [doubt] = doubts;
      return doubt ? <Chip tone="doubt">{CONFIDENCE_LABELS[doubt]}</Chip> : '已查到原文';
    },
  },
  {
    key: 'open',
    title: '还没有定的',
    optional: true,
    cell: row => <span className="sm soft">{row.openPoints.join('；')}</span>,
  },
];

/** Every questionnaire as dated data; with `?elderId=` the ones that may be filled for this person. */
export default function FormsPage() {
  const [params] = useSearchParams();
  const elderId = params.get('elderId');
  const answer = useQueryOf(listForms, {});
  const rows = answer.data?.rows.filter(row => !elderId || row.use !== 'process');
  const query = elderId ? `?elderId=${elderId}` : '';
  return (
    <>
      <PageHeader
        title={elderId ? '选一份量表来记' : '量表'}
        trail={[{ title: '能力评估', to: '/desk/assessments' }]}
        facts={['分值、分级和可信度都是带日期的数据，换版本不改程序']}
      />
      <div data-rule>
        <DataList
          name="assessment-forms"
          unit="份"
          columns={COLUMNS}
          answer={{ rows, error: answer.error, retry: () => void answer.refetch() }}
          rowKey={row => row.id}
          to={row => `${fill('/desk/assessments/forms/:form', { form: row.id })}${query}`}
          empty={<EmptyState icon="scales" title="没有量表" />}
        />
      </div>
    </>
  );
}
