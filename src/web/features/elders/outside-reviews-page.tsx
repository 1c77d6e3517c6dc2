import { useState } from 'react';
import {
  LOOK_STATUS_LABELS,
  LOOK_STATUSES,
  type LookReview,
  type LookStatus,
  listLookReviews,
  reviewLook,
} from '#contracts/elders/outside.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { placeName } from './place-name.ts';
import './elders.css';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: LOOK_STATUSES.map(value => ({ value, label: LOOK_STATUS_LABELS[value] })),
  },
];

/** Who of another area has looked at people of this one, and whether that was right. */
export default function OutsideReviewsPage() {
  const { values } = useFilters();
  const { areaName } = useSession().currentPost;
  const today = useBusinessDate();
  const status = values.status as LookStatus | undefined;
  const answer = usePagesOf(listLookReviews, { query: { ...(status && { status }) } });
  const [judging, setJudging] = useState<LookReview | null>(null);
  const columns: readonly Column<LookReview>[] = [
    { key: 'elder', title: '看了谁', cell: row => row.elderName, width: 120 },
    {
      key: 'by',
      title: '谁看的',
      cell: row => (
        <>
          {row.by}
          <span className="row-note">
            {placeName(row.byArea)}
            {ROLE_LABELS[row.role]}，{instantWords(row.from, today)}
          </span>
        </>
      ),
    },
    {
      key: 'why',
      title: '为什么',
      cell: row => (
        <>
          {row.purpose}
          <span className="row-note">{row.reason}</span>
        </>
      ),
    },
    { key: 'state', title: '复核', cell: row => <Judged row={row} judge={() => setJudging(row)} /> },
  ];
  return (
    <>
      <PageHeader title="跨区查看复核" facts={[placeName(areaName), '本人和家属也看得到每一次查看']} />
      <FilterBar name="outside-reviews" specs={SPECS} />
      <DataList
        name="outside-reviews"
        unit="次"
        columns={columns}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/elders/:id', { id: row.elderId })}
        empty={
          <NothingMatches specs={SPECS} what="查看">
            <EmptyState icon="person" title="没有外区看过本辖区老人">
              外区人员写明理由看了本辖区老人的档案，会出现在这里，由街道复核。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog title={`复核${judging?.by ?? ''}的查看`} open={judging !== null} close={() => setJudging(null)}>
        {judging && <JudgeForm row={judging} close={() => setJudging(null)} />}
      </Dialog>
    </>
  );
}

function Judged({ row, judge }: { row: LookReview; judge: () => void }) {
  if (row.status !== 'unreviewed') {
    return (
      <>
        <Chip tone={row.status === 'proper' ? 'pine' : 'over'}>{LOOK_STATUS_LABELS[row.status]}</Chip>
        <span className="row-note">
          {row.reviewedBy}：{row.reviewNote}
        </span>
      </>
    );
  }
  return (
    <span className="row-flex">
      {row.due && <DueChip due={row.due} />}
      <Button size="sm" because={row.disabledBecause} onClick={judge}>
        复核
      </Button>
    </span>
  );
}

const CHOICES = [
  { value: 'yes', label: '妥当' },
  { value: 'no', label: '不妥当，马上收回，交区里处理' },
];

function JudgeForm({ row, close }: { row: LookReview; close: () => void }) {
  const write = useWrite(reviewLook);
  return (
    <Form
      initial={{ verdict: '', note: '' }}
      label="提交复核"
      look="ok"
      submit={({ verdict, note }: { verdict: string; note: string }) =>
        write.mutateAsync({
          params: { id: row.id },
          body: { note, ...(verdict && { proper: verdict === 'yes' }) } as never,
        })
      }
      done={close}
    >
      <p className="sm soft">
        {row.by}看了{row.elderName}的档案。{row.purpose}：{row.reason}
      </p>
      <RadioGroup name="verdict" label="复核意见" options={CHOICES} />
      <TextArea name="note" label="理由" rows={2} hint="如：已电话问过家属，老人当天确在西城走失" />
    </Form>
  );
}
