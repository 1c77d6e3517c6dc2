import { useState } from 'react';
import { RECHECK_CAUSE_LABELS, RECHECK_RESULT_LABELS, RECHECK_RESULTS } from '#contracts/relief-lifecycle.ts';
import { answerRecheck, drawRechecks, listRechecks, type Recheck } from '#contracts/relief-rechecks.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useRole } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { NumberInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';

const columns = (answer: (row: Recheck) => void, role: string): readonly Column<Recheck>[] => [
  {
    key: 'name',
    title: '老人',
    cell: row => <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>{row.elderName}</TextLink>,
  },
  { key: 'class', title: '领着的', cell: row => row.economicClass },
  { key: 'area', title: '社区', cell: row => row.areaName },
  {
    key: 'cause',
    title: '为什么复核',
    cell: row =>
      row.cause === 'signal' ? (
        <>
          {RECHECK_CAUSE_LABELS[row.cause]}
          {row.reasons.map(one => (
            <span key={one.id} className="row-note">
              {one.costSentence ?? one.sentence}
            </span>
          ))}
        </>
      ) : (
        `${RECHECK_CAUSE_LABELS[row.cause]}，${row.cause === 'sample' ? '种子' : '申请'}${row.seed}`
      ),
    optional: true,
  },
  {
    key: 'result',
    title: '结果',
    cell: row => (
      <>
        <Chip tone={row.result === 'drawn' ? 'today' : 'plain'}>{RECHECK_RESULT_LABELS[row.result]}</Chip>{' '}
        {row.due && <DueChip due={row.due} />}
        {row.note && <span className="row-note">{row.note}</span>}
      </>
    ),
  },
  {
    key: 'act',
    title: '',
    cell: row => (
      <span className="row-flex">
        {row.result === 'drawn' && (
          <Button size="sm" onClick={() => answer(row)}>
            记结果
          </Button>
        )}
        {row.result === 'drawn' && role === 'district' && (
          <TextLink to={fill('/desk/relief/means/:elderId', { elderId: row.elderId })}>家庭经济状况</TextLink>
        )}
        {row.correctionId && <TextLink to={fill('/desk/corrections/:id', { id: row.correctionId })}>更正</TextLink>}
        {row.recoveryId && <TextLink to={fill('/desk/payments/recoveries/:id', { id: row.recoveryId })}>追缴</TextLink>}
        {row.grantRecoveryId && (
          <TextLink to={fill('/desk/payments/recoveries/:id', { id: row.grantRecoveryId })}>
            追缴{row.economicClass}的钱
          </TextLink>
        )}
      </span>
    ),
  },
];

const SPECS: readonly FilterSpec[] = [
  {
    name: 'result',
    label: '结果',
    kind: 'select',
    options: RECHECK_RESULTS.map(value => ({ value, label: RECHECK_RESULT_LABELS[value] })),
  },
];

/** A random sample of recipients and what became of each. */
export default function RechecksPage() {
  const [open, setOpen] = useState<Recheck | null>(null);
  const [drawing, setDrawing] = useState(false);
  const { values } = useFilters();
  const result = RECHECK_RESULTS.find(one => one === values.result);
  const answer = usePagesOf(listRechecks, { query: result ? { result } : {} });
  const draw = useWrite(drawRechecks);
  const role = useRole();
  return (
    <>
      <PageHeader title="资格复核" facts={['低保、低收入、特困：到期的自动列入', '随机抽的，同一个种子抽到同样的人']}>
        <Button onClick={() => setDrawing(true)}>随机抽人</Button>
      </PageHeader>
      <Dialog title="随机抽人复核" open={drawing} close={() => setDrawing(false)}>
        <Form
          initial={{ count: 5, seed: '' }}
          label="抽人"
          look="ok"
          done={() => setDrawing(false)}
          submit={({ count, seed }: { count: number; seed: string }) =>
            draw.mutateAsync({ body: { count: Number(count), ...(seed && { seed }) } })
          }
        >
          <NumberInput name="count" label="抽几人" unit="人" />
          <TextInput name="seed" label="种子" optional hint="抽签用的一串字，不填就随机取一个，记在结果里" />
        </Form>
      </Dialog>
      <FilterBar name="rechecks" specs={SPECS} />
      <DataList
        name="rechecks"
        unit="人"
        columns={columns(setOpen, role ?? '')}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="复核">
            <EmptyState icon="document" title="还没有要复核的">
              抽到的、到期的人和复核结果会列在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog title={`复核${open?.elderName ?? ''}`} open={open !== null} close={() => setOpen(null)}>
        {open && <Answer row={open} done={() => setOpen(null)} />}
      </Dialog>
    </>
  );
}

type Values = {
  result: 'kept' | 'changed' | 'stopped';
  note: string;
  economicClass?: string;
  amountFrom?: string;
  wrongSince?: string;
};

function Answer({ row, done }: { row: Recheck; done: () => void }) {
  const write = useWrite(answerRecheck);
  return (
    <Form
      initial={{ result: 'kept', note: '', amountFrom: '', wrongSince: '' }}
      label="记下结果"
      look="ok"
      submit={({ amountFrom, wrongSince, ...rest }: Values) =>
        write.mutateAsync({
          params: { id: row.id },
          body: { ...rest, ...(amountFrom && { amountFrom }), ...(wrongSince && { wrongSince }) } as never,
        })
      }
      done={done}
    >
      <Select
        name="result"
        label="结果"
        options={(['kept', 'changed', 'stopped'] as const).map(value => ({
          value,
          label: RECHECK_RESULT_LABELS[value],
        }))}
      />
      <Select
        name="economicClass"
        label="情况有变的，现在是"
        optional
        options={['低收入', '低保', '特困'].map(value => ({ value, label: value }))}
      />
      <TextInput
        name="amountFrom"
        label="保留但收入有变的，从哪个月起"
        optional
        hint="如2025-03；金额按规则重新核定，少发的补发，多发的不自动追。不填就从规定的月份起"
      />
      <TextInput
        name="wrongSince"
        label="停发的，从哪个月起不该发"
        optional
        hint="如2025-03；已发的困难补贴和低保金、特困供养金会立追缴"
      />
      <TextArea name="note" label="复核情况" rows={3} />
    </Form>
  );
}
