import { useState } from 'react';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import {
  listRecognisedRatings,
  RATING_REGIONS,
  RATING_SCALE_LABELS,
  RATING_SCALES,
  type RecognisedRating,
  recordRecognisedRating,
  withdrawRecognisedRating,
} from '#contracts/recognised-ratings.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { DateInput, NumberInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { starWords } from './place-words.ts';

const REGIONS = RATING_REGIONS.map(value => ({ value, label: value }));
const SPECS: readonly FilterSpec[] = [{ name: 'region', label: '哪里评的', kind: 'select', options: REGIONS }];

const columns = (
  today: string,
  withdraw: ((row: RecognisedRating) => void) | null,
): readonly Column<RecognisedRating>[] => [
  {
    key: 'name',
    title: '机构',
    cell: row => (
      <>
        {row.institution}
        <span className="row-note">
          {row.region}
          {row.place}
        </span>
      </>
    ),
  },
  {
    key: 'grade',
    title: '当地评的',
    cell: row => (
      <>
        {RATING_SCALE_LABELS[row.scale]}
        {row.grade}
        {row.scale === 'national' ? '级' : '星'}
        <span className="row-note">
          {row.ratedBy}，{row.documentNo}，{dateWords(row.ratedOn, today)}
        </span>
      </>
    ),
  },
  {
    key: 'here',
    title: '相当于本市',
    cell: row => (
      <span data-rule>
        {row.equivalence?.star ? starWords(row.equivalence.star) : '还没有定'}
        <span className="row-note">
          {[
            row.equivalence && !isSure(row.equivalence.confidence) && CONFIDENCE_LABELS[row.equivalence.confidence],
            row.equivalence?.note,
            row.equivalence?.document,
          ]
            .filter(Boolean)
            .join('，')}
        </span>
      </span>
    ),
  },
  {
    key: 'holds',
    title: '有效',
    cell: row => (
      <>
        <Chip tone={row.holds ? 'pine' : 'plain'}>
          {row.withdrawnNote ? '已撤下' : row.holds ? `到${dateWords(row.validTo, today)}` : '已过期'}
        </Chip>
        {row.withdrawnNote && <span className="row-note">{row.withdrawnNote}</span>}
      </>
    ),
  },
  {
    key: 'act',
    title: '',
    cell: row =>
      withdraw &&
      !row.withdrawnNote && (
        <Button size="sm" aria-label={`撤下${row.institution}`} onClick={() => withdraw(row)}>
          撤下
        </Button>
      ),
  },
];

/** Ratings that 天津 and 河北 gave their institutions, with what they are worth here: for families who think of living there. */
export default function RecognisedPage() {
  const today = useBusinessDate();
  const role = useRole();
  const may = role === 'district' || role === 'city';
  const { values } = useFilters();
  const [open, setOpen] = useState<'record' | RecognisedRating | null>(null);
  const region = values.region as RecognisedRating['region'] | undefined;
  const answer = usePagesOf(listRecognisedRatings, { query: { ...(region && { region }) } });
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader title="外地等级互认" facts={['天津、河北给养老机构评的等级', '写明哪里评的、相当于本市几星']}>
        {may && (
          <Button look="go" onClick={() => setOpen('record')}>
            登记外地等级
          </Button>
        )}
      </PageHeader>
      <Note title="互认两类：养老机构等级、老年人能力评估">
        机构等级怎样对应没有查到文件，按数据里写的算并标明。能力评估三地用同一国家标准，等级照认：打开老人的档案，在“能力评估”里登记外地结果。
      </Note>
      <FilterBar name="recognised" specs={SPECS} />
      <DataList
        name="recognised"
        unit="家"
        columns={columns(today, may ? setOpen : null)}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="外地等级">
            <EmptyState icon="bed" title="还没有登记外地等级">
              区、市民政登记的会列在这里，街道、社区给老人介绍异地养老时可以看。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog title="登记外地等级" open={open === 'record'} close={close}>
        <Record done={close} />
      </Dialog>
      <Dialog title="撤下这条等级" open={open !== null && open !== 'record'} close={close}>
        {open && open !== 'record' && <Withdraw row={open} done={close} />}
      </Dialog>
    </>
  );
}

function Record({ done }: { done: () => void }) {
  const today = useBusinessDate();
  const write = useWrite(recordRecognisedRating);
  return (
    <Form
      initial={{ region: '天津市', scale: 'national', ratedOn: today, validTo: '' }}
      label="登记"
      look="ok"
      columns={2}
      done={done}
      submit={(body: never) => write.mutateAsync({ body })}
    >
      <Select name="region" label="哪里评的" options={REGIONS} />
      <TextInput name="place" label="机构在哪个市、区" />
      <TextInput name="institution" label="机构名称" />
      <Select
        name="scale"
        label="按什么标准评的"
        options={RATING_SCALES.map(value => ({ value, label: RATING_SCALE_LABELS[value] }))}
      />
      <NumberInput name="grade" label="评的几级" unit="级" />
      <TextInput name="ratedBy" label="哪个部门评的" />
      <TextInput name="documentNo" label="文号" />
      <DateInput name="ratedOn" label="哪天评的" max={today} />
      <DateInput name="validTo" label="当地说有效到" hint="评定文件上写的" />
    </Form>
  );
}

function Withdraw({ row, done }: { row: RecognisedRating; done: () => void }) {
  const write = useWrite(withdrawRecognisedRating);
  return (
    <Form
      initial={{ note: '' }}
      label="撤下"
      look="ok"
      done={done}
      submit={(body: { note: string }) => write.mutateAsync({ params: { id: row.id }, body })}
    >
      <TextArea name="note" label={`为什么撤下${row.institution}的等级`} rows={2} hint="如当地已取消；记录留着" />
    </Form>
  );
}
