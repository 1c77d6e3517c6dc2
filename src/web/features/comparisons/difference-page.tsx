import { useState } from 'react';
import { useParams } from 'react-router';
import { COMPARISON_KIND_LABELS } from '#contracts/comparison-kinds.ts';
import { DIFFERENCE_STATUS_LABELS } from '#contracts/comparison-lifecycle.ts';
import { type ComparisonDifference, decideDifference, readDifference } from '#contracts/comparisons.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { Select, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Timeline } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

/** One difference: the register and the department side by side; adopted, refused or handed on. */
export default function DifferencePage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readDifference, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {row => <OneDifference row={row} />}
    </Loaded>
  );
}

function OneDifference({ row }: { row: ComparisonDifference }) {
  const today = useBusinessDate();
  return (
    <>
      <PageHeader
        title={`${row.elderName}：${row.missing ? '全量名单上没有' : `${row.fieldLabels.join('、')}不一致`}`}
        trail={[{ title: '比对差异', to: '/desk/comparisons/differences' }]}
        facts={[
          row.areaName,
          DIFFERENCE_STATUS_LABELS[row.status],
          row.status === 'open' && `归${ROLE_LABELS[row.ownerRole]}核`,
        ]}
        record
      >
        <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>看{row.elderName}的档案</TextLink>
      </PageHeader>
      <div className="stack">
        {row.status === 'open' ? <Decide row={row} /> : <Decided row={row} />}
        <div className="tbl-wrap">
          <table className="tbl folds">
            <thead>
              <tr>
                <th scope="col">项</th>
                <th scope="col">档案（比对时）</th>
                <th scope="col">来文</th>
                <th scope="col">档案现在</th>
              </tr>
            </thead>
            <tbody>
              {row.fields.map(field => (
                <tr key={field.field}>
                  <td data-title="项">{field.label}</td>
                  <td data-title="档案（比对时）">{field.ours}</td>
                  <td data-title="来文">
                    <b className="mid">{field.theirs}</b>
                  </td>
                  <td data-title="档案现在">{field.now}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="sm soft">
          {row.sender}的{COMPARISON_KIND_LABELS[row.kind]}数据，
          {row.missing ? '是全量名单，没有这个人的一行' : `第${row.row}行`}，数据到{dateWords(row.asOf, today)}。
        </p>
        <SectionHead title="经过" />
        <Timeline
          items={row.steps.map(step => ({
            key: `${step.at}${step.label}`,
            at: instantWords(step.at, today),
            text: [`${step.label}，${step.by}`, step.note].filter(Boolean).join('：'),
          }))}
        />
      </div>
    </>
  );
}

function Decide({ row }: { row: ComparisonDifference }) {
  const [open, setOpen] = useState<'refuse' | 'transfer' | null>(null);
  const write = useWrite(decideDifference);
  const params = { id: row.id };
  const off = (name: string) => row.actions.find(one => one.action === name)?.disabledBecause ?? null;
  const close = () => setOpen(null);
  return (
    <NextStep
      {...(row.due && { due: row.due })}
      title="核实哪一边对"
      note="来文对就采纳，按更正改档案；档案对就写明理由不采纳，同样内容再送来不再问。"
    >
      {off('adopt') ? (
        <Button because={off('adopt')}>采纳，改档案</Button>
      ) : (
        <Form
          initial={{ note: '' }}
          label="采纳，改档案"
          submit={({ note }: { note: string }) => write.mutateAsync({ params, body: { action: 'adopt', note } })}
          acts={
            <>
              <Button onClick={() => setOpen('refuse')}>不采纳</Button>
              <Button because={off('transfer')} onClick={() => setOpen('transfer')}>
                转办
              </Button>
            </>
          }
        >
          <TextArea name="note" label="怎样核实的" rows={2} hint="如：看过残疾人证原件；打电话问过家属" />
        </Form>
      )}
      <Dialog title="不采纳" open={open === 'refuse'} close={close}>
        <Form
          initial={{ note: '' }}
          label="不采纳"
          look="ok"
          submit={({ note }: { note: string }) => write.mutateAsync({ params, body: { action: 'refuse', note } })}
          done={close}
        >
          <TextArea name="note" label="为什么不采纳" rows={3} />
        </Form>
      </Dialog>
      <Dialog title="转办" open={open === 'transfer'} close={close}>
        <Form
          initial={{ note: '', to: 'street' }}
          label="转办"
          look="ok"
          submit={({ note, to }: { note: string; to: 'street' | 'district' }) =>
            write.mutateAsync({ params, body: { action: 'transfer', note, to } })
          }
          done={close}
        >
          <Select
            name="to"
            label="转给谁"
            options={[
              { value: 'street', label: ROLE_LABELS.street },
              { value: 'district', label: ROLE_LABELS.district },
            ]}
          />
          <TextArea name="note" label="为什么转办" rows={3} />
        </Form>
      </Dialog>
    </NextStep>
  );
}

function Decided({ row }: { row: ComparisonDifference }) {
  const today = useBusinessDate();
  const by = row.decidedAt ? `${row.decidedBy}，${instantWords(row.decidedAt, today)}` : '';
  return (
    <NextStep title={DIFFERENCE_STATUS_LABELS[row.status]} note={[by, row.note].filter(Boolean).join('；')}>
      {row.correctionId && <TextLink to={fill('/desk/corrections/:id', { id: row.correctionId })}>看这件更正</TextLink>}
    </NextStep>
  );
}
