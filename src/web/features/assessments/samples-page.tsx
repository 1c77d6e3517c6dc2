import { useSearchParams } from 'react-router';
import { drawSample, listSamples, type SampleRow } from '#contracts/assessments/quality.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { DateInput, NumberInput, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { SampleDetail } from './sample-detail.tsx';
import './assessments.css';

const columnsOn = (today: string): readonly Column<SampleRow>[] => [
  {
    key: 'span',
    title: '公布日期',
    cell: row => (
      <>
        {dateWords(row.from, today)}至{dateWords(row.to, today)}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  { key: 'size', title: '抽取', cell: row => `${row.population}份里抽${row.size}份` },
  { key: 'assigned', title: '已派', cell: row => `${row.assigned}份` },
  { key: 'done', title: '已评', cell: row => `${row.done}份` },
  { key: 'drawn', title: '谁抽的', cell: row => `${row.drawnBy}，${instantWords(row.drawnAt, today)}` },
];

/** Blind second assessments: the draws, and with `?sample=` one of them with how far the assessors agree. */
export default function SamplesPage() {
  const [params, setParams] = useSearchParams();
  const today = useBusinessDate();
  const role = useRole();
  const answer = useQueryOf(listSamples, {});
  const sample = params.get('sample');
  const asks = params.get('draw') === 'yes';
  const share = answer.data && (
    <span key="share" data-rule>{`默认抽${Math.round(answer.data.share * 100)}%（系统默认，可改）`}</span>
  );
  if (sample) return <SampleDetail id={sample} />;
  return (
    <>
      <PageHeader
        title="盲评抽样"
        trail={[{ title: '能力评估', to: '/desk/assessments' }]}
        facts={['抽中的由没参加过的评估员再评一次，看不到原来的结果', share]}
      >
        {role === 'district' && (
          <Button look="go" icon="plus" onClick={() => setParams({ draw: 'yes' })}>
            抽一批
          </Button>
        )}
      </PageHeader>
      <DataList
        name="assessment-samples"
        unit="批"
        columns={columnsOn(today)}
        answer={{ rows: answer.data?.rows, error: answer.error, retry: () => void answer.refetch() }}
        rowKey={row => row.id}
        to={row => `/desk/assessments/samples?sample=${row.id}`}
        empty={
          <EmptyState icon="scales" title="还没有抽过">
            从一段时间公布的评估结果里按种子随机抽，种子记下来，谁都可以复算。
          </EmptyState>
        }
      />
      <Dialog title="抽一批盲评" open={asks} close={() => setParams({})}>
        <DrawForm done={id => setParams({ sample: id })} today={today} />
      </Dialog>
    </>
  );
}

function DrawForm({ done, today }: { done: (id: string) => void; today: string }) {
  const write = useWrite(drawSample);
  return (
    <Form
      initial={{ from: `${today.slice(0, 7)}-01`, to: today }}
      checks={drawSample.body}
      label="抽取"
      submit={async (values: object) => done((await write.mutateAsync({ body: values as never })).id)}
    >
      <DateInput name="from" label="公布日期从" max={today} />
      <DateInput name="to" label="到" max={today} />
      <NumberInput name="size" label="抽几份" optional unit="份" hint="不填就按默认比例" />
      <TextInput name="seed" label="种子" optional hint="不填由系统生成；有见证人时可当场报一个" />
    </Form>
  );
}
